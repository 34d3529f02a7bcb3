import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Act } from '#app/domain/act.ts'
import { newId } from '#app/domain/id.server.ts'
import { later } from '#app/domain/instant.ts'
import { hashPassword } from '#app/domain/people/password-hash.server.ts'
import type { Db } from '#db/database.ts'
import type { MemberRow } from '#db/schema/people.ts'
import type { Chance } from './chance.ts'
import { furnish } from './hub-rooms.ts'
import { accounts, firms, people } from './neighbours.ts'

export { accounts }

export const password = 'rimessa-demo'

export type Resident = {
  key: string
  member_id: string
  organisation_id: string | null
  latitude_e6: number
  longitude_e6: number
  street: string
  coordinates: string[]
}

type Quarter = { name: string; latitude: string; longitude: string }
const quarters: Quarter[] = parse(readFileSync(new URL('../../db/reference/rome-quarters.csv', import.meta.url)), {
  columns: true,
})

/** Moves everybody in: people, their organisations and the two hubs. */
export async function settle(db: Db, chance: Chance, now: string) {
  const joined = later(now, { days: -260 })
  const password_hash = await hashPassword(password)
  const ids = new Map(people.map(({ key }) => [key, newId()]))
  await db
    .insertInto('members')
    .values(people.map((person) => memberRow(person, ids, { password_hash, joined })))
    .execute()

  const organisations = new Map(firms.map(({ key }) => [key, newId()]))
  await db
    .insertInto('organisations')
    .values(
      firms.map(({ key, name, kind, vat, about }) => ({
        id: organisations.get(key) ?? '',
        name,
        kind,
        vat_number: vat ?? null,
        about,
        registered_at: joined,
      })),
    )
    .execute()
  await db
    .insertInto('memberships')
    .values(
      firms.map(({ key, by }) => ({
        organisation_id: organisations.get(key) ?? '',
        member_id: ids.get(by) ?? '',
        role: 'owner' as const,
        since: joined,
      })),
    )
    .execute()
  const hubs = await openHubs(db, ids, joined)
  await furnish(db, hubs, now)

  const residents = people.map(({ key, quarter, street }): Resident => {
    const firm = firms.find(({ by }) => by === key)
    const coordinates = key === 'dario' ? [hubs.oz] : key === 'nina' ? [hubs.quadraro] : []
    return {
      key,
      member_id: ids.get(key) ?? '',
      organisation_id: firm ? (organisations.get(firm.key) ?? null) : null,
      ...near(quarter, chance),
      street,
      coordinates,
    }
  })
  return { residents, hubs }
}

type Joined = { password_hash: string; joined: string }

function memberRow(
  { key, name, about = '' }: (typeof people)[number],
  ids: Map<string, string>,
  { password_hash, joined }: Joined,
): MemberRow {
  const email = accounts.find((account) => account.key === key)?.email ?? `${key}@vicini.rimessa.it`
  const rights = {
    is_admin: key === 'gaia' ? (1 as const) : (0 as const),
    locale: key === 'yuki' || key === 'kamal' ? ('en' as const) : ('it' as const),
  }
  return {
    id: ids.get(key) ?? '',
    email,
    email_verified_at: joined,
    name,
    about,
    password_hash,
    ...rights,
    joined_at: joined,
    erased_at: null,
  }
}

async function openHubs(db: Db, ids: Map<string, string>, opened_at: string) {
  const [oz, quadraro] = [newId(), newId()]
  const rows = [
    {
      id: oz,
      slug: 'officine-zero',
      name: 'OZ – Officine Zero',
      by: 'dario',
      area: 'via Monte Patulo, Montesacro',
      at: [41_942_700, 12_528_400],
      opening_hours: 'mar e gio 15–19, sab 10–13',
      about:
        'Multifactory: falegnameria, metallo, elettronica, tappezzeria. Raccoglie con un furgone, tiene i materiali all’asciutto, li riconsegna a chi li lavora.',
    },
    {
      id: quadraro,
      slug: 'magazzino-quadraro',
      name: 'Magazzino Quadraro',
      by: 'nina',
      area: 'via dei Quintili, Quadraro',
      at: [41_861_200, 12_550_900],
      opening_hours: 'lun, mer e ven 9–13',
      about: 'Deposito di quartiere: infissi, mobili e piastrelle. Bilancia da 300 chili e un portone largo.',
    },
  ]
  for (const { by, area, at, ...hub } of rows) {
    const place_id = newId()
    const spot = { latitude_e6: at[0] ?? 0, longitude_e6: at[1] ?? 0 }
    await db
      .insertInto('places')
      .values({
        id: place_id,
        owner_id: ids.get(by) ?? '',
        area,
        municipality: 'Roma',
        municipality_istat: '058091',
        ...spot,
        blur_radius_m: 0,
        saved_at: opened_at,
      })
      .execute()
    await db
      .insertInto('hubs')
      .values({
        ...hub,
        place_id,
        opened_at,
        quota_lots: 8,
        quota_days: 28,
        service_radius_m: 15_000,
        service_area: '',
      })
      .execute()
    await db
      .insertInto('hub_coordinators')
      .values({ hub_id: hub.id, member_id: ids.get(by) ?? '', since: opened_at })
      .execute()
  }
  return { oz, quadraro }
}

function near(quarter: string, chance: Chance) {
  const centre = quarters.find(({ name }) => name === quarter)
  if (!centre) throw new Error(`no quarter called ${quarter}`)
  const off = () => chance.whole(-3500, 3500)
  return {
    latitude_e6: Math.round(Number(centre.latitude) * 1e6) + off(),
    longitude_e6: Math.round(Number(centre.longitude) * 1e6) + off(),
  }
}

/** Somebody acting through a script, at an instant of the past. */
export function actOf(resident: Resident, at: string): Act {
  return {
    by: { id: resident.member_id, is_admin: resident.key === 'gaia', coordinates: resident.coordinates },
    at,
    via: 'script',
  }
}
