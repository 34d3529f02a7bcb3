import { matchListing } from '#app/domain/discovery/match-listing.server.ts'
import { dayInRome, endOfRomanDay, later } from '#app/domain/instant.ts'
import { postWanted } from '#app/domain/listings/post-wanted.server.ts'
import type { WantedFacts } from '#app/domain/listings/wanted.ts'
import { write } from '#app/domain/write.server.ts'
import type { World } from './lives.ts'
import { done } from './post.ts'
import { actOf, type Resident } from './settle.ts'

type Size = readonly [number | null, number | null, number | null]

/** Who looks, for what, how many, of what least size, in what least condition, how far they go, and what for. */
type Wish = {
  by: string
  material: string
  total: number
  unit?: WantedFacts['unit']
  size?: Size
  condition?: WantedFacts['condition']
  km: number
  purpose: string
}

const wishes: readonly Wish[] = [
  {
    by: 'bruno',
    material: 'wood.solid.boards',
    total: 8,
    size: [1200, 180, 18],
    condition: 'good',
    km: 25,
    purpose: 'Otto mensole per la biblioteca di via dei Castani.',
  },
  {
    by: 'bruno',
    material: 'wood.panel',
    total: 6,
    size: [1200, 300, 18],
    km: 25,
    purpose: 'Ripiani per l’archivio del circolo.',
  },
  {
    by: 'chiara',
    material: 'wood.panel',
    total: 20,
    size: [600, 400, null],
    km: 10,
    purpose: 'Tavolette da incisione per la terza.',
  },
  {
    by: 'davide',
    material: 'textile.canvas',
    total: 200_000,
    unit: 'cm2',
    km: 25,
    purpose: 'Un fondale di otto metri.',
  },
  {
    by: 'sara',
    material: 'metal.steel',
    total: 12,
    size: [2000, null, null],
    km: 25,
    purpose: 'Il telaio di una pensilina.',
  },
  { by: 'omar', material: 'other.bicycle', total: 10, km: 50, purpose: 'Pezzi per il corso di riparazione.' },
  {
    by: 'luca',
    material: 'textile.fabric',
    total: 15_000,
    unit: 'mm',
    condition: 'new',
    km: 10,
    purpose: 'Rifare sei poltrone.',
  },
  { by: 'noemi', material: 'furniture.chair', total: 24, condition: 'worn', km: 10, purpose: 'L’aula di musica.' },
  {
    by: 'tommaso',
    material: 'wood.solid',
    total: 4,
    size: [900, 250, 40],
    condition: 'good',
    km: 50,
    purpose: 'Tavole stagionate per due chitarre.',
  },
  { by: 'yuki', material: 'furniture.shelving', total: 3, km: 10, purpose: 'Shelves for drying pots.' },
  { by: 'fabio', material: 'wood.pallet', total: 30, km: 10, purpose: 'Banchi del mercato.' },
  {
    by: 'kamal',
    material: 'electric.computer',
    total: 6,
    condition: 'good',
    km: 25,
    purpose: 'A room where children do homework.',
  },
  {
    by: 'paolo',
    material: 'masonry.brick',
    total: 400,
    condition: 'good',
    km: 10,
    purpose: 'Rifare il muro del cortile come era.',
  },
  {
    by: 'giulia',
    material: 'joinery.window',
    total: 2,
    size: [1200, 500, null],
    km: 10,
    purpose: 'Una serra sul terrazzo.',
  },
  { by: 'zoe', material: 'metal.copper', total: 3000, unit: 'g', km: 25, purpose: 'Prove di sbalzo.' },
]

/** What the neighbourhood looks for: each posted some days ago, in its author's words. */
export function planWanted(world: World) {
  for (const [n, wish] of wishes.entries()) {
    const resident = world.residents.find(({ key }) => key === wish.by)
    if (resident) planWish(world, wish, resident, later(world.now, { days: -(n % 6) - 1, hours: -(n % 5) }))
  }
}

function planWish({ agenda, db, now }: World, wish: Wish, resident: Resident, at: string) {
  const [length, width, thickness] = wish.size ?? [null, null, null]
  const facts: WantedFacts = {
    material_key: wish.material,
    unit: wish.unit ?? 'piece',
    total: wish.total,
    piece_length_mm: length,
    piece_width_mm: width,
    piece_thickness_mm: thickness,
    condition: wish.condition ?? null,
    radius_m: wish.km * 1000,
    must_go_by: endOfRomanDay(dayInRome(later(now, { days: 45 }))),
    description: wish.purpose,
  }
  const point = { latitude_e6: resident.latitude_e6, longitude_e6: resident.longitude_e6 }
  const by = { organisation_id: resident.organisation_id, point, locale: 'it' } as const
  agenda.plan(at, async () => {
    const act = actOf(resident, at)
    const { wanted } = done(await write(db, (trx) => postWanted(trx, act, facts, by)))
    await write(db, (trx) => matchListing(trx, { ...act, via: 'job' }, wanted.id))
  })
}
