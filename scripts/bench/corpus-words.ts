import type { Material } from '#app/domain/listings/material.ts'
import type { SkewedChance } from './corpus-chance.ts'

const italian = {
  manner: [
    'di recupero',
    'in buono stato',
    'da restaurare',
    'seconda scelta',
    'd’epoca',
    'fine serie',
    'mai montato',
    'con imballo',
    'da carteggiare',
    'senza difetti',
    'con qualche graffio',
    'fuori misura',
    'tagliato su misura',
    'piallato',
    'grezzo',
    'verniciato a mano',
    'trattato a olio',
    'molto pesante',
  ],
  colour: [
    'bianco',
    'grigio',
    'nero',
    'verde',
    'rosso',
    'blu',
    'giallo',
    'marrone',
    'beige',
    'azzurro',
    'avorio',
    'antracite',
  ],
  room: [
    'cantina',
    'cucina',
    'laboratorio',
    'garage',
    'soffitta',
    'magazzino',
    'ufficio',
    'negozio',
    'palestra',
    'scuola',
    'cantiere',
    'terrazzo',
    'bagno',
    'officina',
    'teatro',
    'fienile',
  ],
  story: [
    'Smontato da una {room}, tutto asciutto.',
    'Avanza da un lavoro finito il mese scorso.',
    'Colore {colour}, {manner}.',
    'Ritiro con furgone, aiuto a caricare.',
    'Circa {n} pezzi, qualcuno rovinato.',
    'Era di mio nonno, falegname a {town}.',
    'Chiodi da togliere, per il resto {manner}.',
    'Si può vedere il sabato mattina in {room}.',
    'Meglio tutto insieme: svuotiamo la {room}.',
    'Porta il metro: le misure sono indicative.',
  ],
  from: 'da',
}

const english: typeof italian = {
  manner: [
    'reclaimed',
    'in good condition',
    'needs repair',
    'second choice',
    'vintage',
    'end of line',
    'never fitted',
    'boxed',
    'needs sanding',
    'flawless',
    'slightly scratched',
    'odd sizes',
    'cut to size',
    'planed',
    'rough sawn',
    'hand painted',
    'oiled',
    'very heavy',
  ],
  colour: [
    'white',
    'grey',
    'black',
    'green',
    'red',
    'blue',
    'yellow',
    'brown',
    'beige',
    'turquoise',
    'ivory',
    'anthracite',
  ],
  room: [
    'cellar',
    'kitchen',
    'workshop',
    'garage',
    'attic',
    'warehouse',
    'office',
    'shop',
    'gym',
    'school',
    'building site',
    'terrace',
    'bathroom',
    'garage',
    'theatre',
    'barn',
  ],
  story: [
    'Taken out of a {room}, kept dry.',
    'Left over from a job that ended last month.',
    'Colour {colour}, {manner}.',
    'Bring a van, help to load.',
    'About {n} pieces, some damaged.',
    'It was my grandfather’s, a joiner in {town}.',
    'Nails to pull, otherwise {manner}.',
    'To be seen on Saturday morning in the {room}.',
    'Best all together: we are clearing the {room}.',
    'Bring a tape: sizes are approximate.',
  ],
  from: 'from',
}

type Said = { town: string; size: string; quantity: number }

const words = new Map<Material, { it: string[]; en: string[] }>()

/** A title and a description as a donor might write them: four out of five in Italian, one with a maker's number. */
export function wordsFor(leaf: Material, said: Said, chance: SkewedChance) {
  const locale = chance.happens(0.8) ? 'it' : 'en'
  const tongue = locale === 'it' ? italian : english
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, gap) =>
      gap === 'town' ? said.town : gap === 'n' ? String(chance.whole(2, 90)) : chance.skewed(tongue[gap as 'room']),
    )
  const parts = [chance.skewed(namesOf(leaf)[locale], 1.5)]
  if (chance.happens(0.5)) parts.push(chance.skewed(tongue.manner))
  if (chance.happens(0.25)) parts.push(chance.skewed(tongue.colour))
  if (said.size && chance.happens(0.4)) parts.push(said.size)
  if (chance.happens(0.2)) parts.push(`${tongue.from} ${chance.skewed(tongue.room)}`)
  if (chance.happens(0.12)) parts.push(said.town)
  if (chance.happens(0.08)) parts.push(makersNumber(chance))
  if (said.quantity > 1 && chance.happens(0.15)) parts.unshift(String(said.quantity))
  const title = parts.join(' ').slice(0, 120)
  const stories = Array.from({ length: chance.whole(0, 3) }, () => fill(chance.pick(tongue.story)))
  return { title: title.charAt(0).toUpperCase() + title.slice(1), description: stories.join(' ') }
}

function namesOf(leaf: Material) {
  const known = words.get(leaf)
  if (known) return known
  const split = (text: string) => text.split(',').map((word) => word.trim())
  const names = {
    it: [leaf.name.it, ...split(leaf.words.it)],
    en: [leaf.name.en, ...split(leaf.words.en)],
  }
  words.set(leaf, names)
  return names
}

/** The long tail of every vocabulary: words that one lot in thousands has. */
function makersNumber(chance: SkewedChance) {
  const letters = 'abcdefghklmnprstvz'
  return `${chance.pick([...letters])}${chance.pick([...letters])}${chance.whole(10, 9999)}`
}
