import { newId } from '#app/domain/id.server.ts'
import { dayInRome, later } from '#app/domain/instant.ts'
import { readSpans, weekdays } from '#app/domain/places/opening.ts'
import type { Db } from '#db/database.ts'

type Rooms = {
  hours: Partial<Record<(typeof weekdays)[number], string>>
  takes: readonly string[]
  refuses: readonly string[]
  vehicles: readonly { name: string; kg: number; dm3: number; mm: number; crew: number; hours: string }[]
  bays: readonly (readonly [code: string, about: string])[]
}

const oz: Rooms = {
  hours: { tue: '10–13, 15–19', thu: '10–13, 15–19', fri: '15–19', sat: '10–13' },
  takes: ['wood', 'metal', 'furniture', 'joinery', 'textile'],
  refuses: ['electric.screen', 'wood.panel.chipboard'],
  vehicles: [
    { name: 'Ducato bianco', kg: 1250, dm3: 11_500, mm: 3700, crew: 2, hours: '8–18' },
    { name: 'Bici cargo', kg: 150, dm3: 600, mm: 2000, crew: 1, hours: '9–19' },
  ],
  bays: [
    ['A1', 'Tavole fino a tre metri, in piedi'],
    ['A2', 'Tavole e travi oltre i tre metri'],
    ['B1', 'Metalli: barre e profili'],
    ['C1', 'Mobili da rimettere in sesto'],
    ['INGRESSO', 'Appena arrivato, da guardare'],
  ],
}

const quadraro: Rooms = {
  hours: { mon: '9–13', wed: '9–13, 15–18', fri: '9–13' },
  takes: ['joinery', 'furniture', 'masonry'],
  refuses: ['electric', 'textile'],
  vehicles: [{ name: 'Porter', kg: 700, dm3: 4500, mm: 2400, crew: 2, hours: '8:30–14' }],
  bays: [
    ['PORTE 1', 'Porte interne, di taglio'],
    ['PORTE 2', 'Finestre e persiane'],
    ['P1', 'Piastrelle, su bancale'],
  ],
}

/** What the two hubs say of themselves: hours, a closure, materials, vehicles, bays. */
export async function furnish(db: Db, hubs: { oz: string; quadraro: string }, now: string) {
  await fill(db, hubs.oz, oz)
  await fill(db, hubs.quadraro, quadraro)
  const closed = { from_day: dayInRome(later(now, { days: 9 })), to_day: dayInRome(later(now, { days: 9 })) }
  await db
    .insertInto('hub_closures')
    .values({ hub_id: hubs.oz, ...closed, reason: 'inventario' })
    .execute()
}

async function fill(db: Db, hub_id: string, rooms: Rooms) {
  const hours = weekdays.flatMap((weekday) =>
    (readSpans(rooms.hours[weekday] ?? '') ?? []).map((span) => ({ hub_id, weekday, ...span })),
  )
  await db.insertInto('hub_hours').values(hours).execute()
  const said = [
    ...rooms.takes.map((material_key) => ({ hub_id, material_key, takes: 1 as const })),
    ...rooms.refuses.map((material_key) => ({ hub_id, material_key, takes: 0 as const })),
  ]
  await db.insertInto('hub_materials').values(said).execute()
  for (const { name, kg, dm3, mm, crew, hours: typed } of rooms.vehicles) {
    const [span = { from_time: '08:00', to_time: '18:00' }] = readSpans(typed) ?? []
    const carries = { capacity_g: kg * 1000, capacity_dm3: dm3, longest_mm: mm, crew }
    await db
      .insertInto('vehicles')
      .values({ id: newId(), hub_id, name, ...carries, ...span, retired_at: null })
      .execute()
  }
  await db
    .insertInto('bays')
    .values(rooms.bays.map(([code, about]) => ({ id: newId(), hub_id, code, about, retired_at: null })))
    .execute()
}
