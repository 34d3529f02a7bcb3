import { describe, expect, test } from 'vitest'
import { materials } from '#app/domain/listings/materials.ts'
import { screenListing } from '#app/domain/listings/refuse-list.ts'
import { blocks, refusals } from '#app/domain/listings/refuse-list-words.ts'
import { refused as english } from '#app/i18n/en/refused.ts'
import { refused as italian } from '#app/i18n/it/refused.ts'

const blockOf = (title: string, description = '') => screenListing({ title, description })?.block

describe('what may not pass', () => {
  test.each([
    ['Lastre di eternit', 'asbestos'],
    ['Copertura tipo Eternit, 20 mq', 'asbestos'],
    ['Canna fumaria in cemento-amianto', 'asbestos'],
    ['Roof sheets, maybe asbestos', 'asbestos'],
    ['Lastre ondulate in fibrocemento', 'asbestos'],
    ['Frigorifero Bosch rotto', 'refrigerant'],
    ['Vecchio frigo, da riparare', 'refrigerant'],
    ['Broken chest freezer', 'refrigerant'],
    ['Vernice già aperta, mezza latta', 'chemicals'],
    ['Acquaragia e diluenti', 'chemicals'],
    ['Half-used paint', 'chemicals'],
    ['Acido muriatico', 'chemicals'],
    ['Bombola del gas da 10 kg', 'pressure'],
    ['Due estintori', 'pressure'],
    ['Propane tank', 'pressure'],
    ['Batteria auto 60 Ah', 'batteries'],
    ['Pile usate', 'batteries'],
    ['Tubi al neon, 40 pezzi', 'mercury'],
    ['Fluorescent tubes', 'mercury'],
    ['Farmaci', 'medicines'],
    ['Fuochi d’artificio', 'explosives'],
    ['Traversine ferroviarie', 'treated-wood'],
    ['Railway sleepers', 'treated-wood'],
    ['Pali della luce in castagno', 'treated-wood'],
    ['Condensatori al PCB', 'pcb'],
    ['Lana di roccia, 6 rotoli', 'mineral-wool'],
    ['Carta catramata', 'tar'],
    ['Calcinacci puliti', 'rubble'],
    ['Terra da scavo', 'rubble'],
    ['Quattro pneumatici invernali', 'tyres'],
    ['Set of tyres', 'tyres'],
    ['Seggiolino auto', 'safety-gear'],
    ['Casco da moto', 'safety-gear'],
    ['Caldaia a condensazione', 'gas-appliance'],
    ['Stufa a gas', 'gas-appliance'],
    ['Piano cottura a gas, 5 fuochi', 'gas-appliance'],
    ['Tostapane richiamato dal produttore', 'recalled'],
    ['Materasso matrimoniale', 'bedding'],
    ['Sedia trovata in strada', 'found'],
    ['Sacchi di vestiti', 'found'],
    ['Bags of clothes', 'found'],
    ['Legno, codice CER 17 02 01', 'already-waste'],
    ['Rifiuti speciali', 'already-waste'],
  ] as const)('%j is %s', (title, block) => {
    expect(blockOf(title)).toBe(block)
  })

  test('the description is read as well, and the words that gave it away are told', () => {
    expect(screenListing({ title: 'Tettoia smontata', description: 'Lastre in ETERNIT, anni ’70.' })).toEqual({
      block: 'asbestos',
      words: 'eternit',
    })
  })
})

describe('what only sounds like it', () => {
  test.each([
    'Tetto in legno, coppi interi',
    'Tavole di abete per un tetto eterno',
    'Frigorifero Bosch, funziona, cinque anni',
    'Vernice sigillata bianca, 10 litri',
    'Vernice verde acido, sigillata',
    'Schede PCB per elettronica',
    'Pile di riviste di architettura',
    'Pile blu, tessuto a metraggio',
    'Batteria musicale Yamaha',
    'Pannelli isolanti in lana di roccia, sacchi chiusi con marchio EUCEB',
    'Sacchi per macerie, nuovi',
    'Rubble sacks, 50',
    'Copertoni da bicicletta',
    'Bike tyres',
    'Martello pneumatico',
    'Rete per materasso a doghe',
    'Materasso nuovo, imballato',
    'Insegna al neon spenta anni 60',
    'Pavimento caldo in rovere',
    'Cassettone con cassonetto per tapparella',
    'Scaldabagno elettrico',
    'Lamiera zincata ondulata',
    'Olio di lino, latta sigillata',
    'Cucina componibile con pensili',
  ])('%j passes', (title) => {
    expect(blockOf(title)).toBeUndefined()
  })

  test('no leaf of the taxonomy is refused by its own name, in either language', () => {
    for (const { name } of materials)
      for (const title of [name.it, name.en]) expect(blockOf(title), title).toBeUndefined()
  })
})

test('every block is screened for and explained in both languages', () => {
  expect(refusals.map(({ block }) => block)).toEqual([...blocks])
  for (const block of blocks) {
    for (const words of [italian.blocks[block], english.blocks[block]]) {
      for (const sentence of [words.name, words.why, words.instead]) expect(sentence.length).toBeGreaterThan(4)
    }
  }
})
