import { later } from '#app/domain/instant.ts'
import { topics } from '#app/domain/notifications/topic.ts'
import type { Db } from '#db/database.ts'
import type { MemberRow, MembershipRow, OrganisationKind } from '#db/schema/people.ts'

/** When every sequence begins: a Tuesday morning in Rome, ten o'clock. */
export const dawn = '2026-11-24T09:00:00.000Z'

/** Those who look after lots, the same in all sequences: Dario and Pia each coordinate a hub, Elena is an admin. */
export const keepers = ['dario', 'pia', 'elena'] as const
const neighbours = ['ada', 'ivo', 'ugo', 'bruno', 'bice', 'chiara', 'carla', 'gina', 'luca', 'marta', 'fabio'] as const

export type Role = (typeof keepers)[number] | (typeof neighbours)[number]
export const roles: readonly Role[] = [...neighbours, ...keepers]

const houses = {
  edilferro: { kind: 'company', staff: ['ivo', 'ugo'] },
  bottega: { kind: 'workshop', staff: ['bruno', 'bice'] },
  scuola: { kind: 'school', staff: ['chiara'] },
  banco: { kind: 'association', staff: ['carla'] },
} as const satisfies Record<string, { kind: OrganisationKind; staff: readonly Role[] }>

export type House = keyof typeof houses
export const houseNames = Object.keys(houses) as House[]
export const kindOf = (house: House): OrganisationKind => houses[house].kind

/** Where lots lie: two doors at Ada's end of the city, one at the company's. Each with the hub that looks after it. */
export const sites = {
  cellar: { owner: 'ada', hub: 'oz', keeper: 'dario' },
  attic: { owner: 'ada', hub: 'oz', keeper: 'dario' },
  depot: { owner: 'ivo', hub: 'borgata', keeper: 'pia' },
} as const satisfies Record<string, { owner: Role; hub: string; keeper: Role }>
export type Site = keyof typeof sites

/** The people of one sequence: nobody of another has ever met them, so that one database serves them all. */
export class Cast {
  constructor(readonly prefix: string) {}

  id(name: Role | House | Site): string {
    return (keepers as readonly string[]).includes(name) ? name : `${this.prefix}-${name}`
  }

  roleOf(id: string): Role {
    return id.slice(id.indexOf('-') + 1) as Role
  }

  houseOf(role: Role): House | undefined {
    return houseNames.find((house) => (houses[house].staff as readonly Role[]).includes(role))
  }

  /** True if this member is that person or acts for that organisation. */
  actsFor(role: Role, member_id: string, organisation_id: string | null) {
    if (this.id(role) === member_id) return true
    const house = this.houseOf(role)
    return organisation_id !== null && house !== undefined && this.id(house) === organisation_id
  }

  async moveIn(db: Db) {
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto('members')
        .values(neighbours.map((role) => this.#member(role)))
        .execute()
      await trx
        .insertInto('organisations')
        .values(houseNames.map((house) => this.#organisation(house)))
        .execute()
      await trx.insertInto('memberships').values(this.#memberships()).execute()
      await trx.insertInto('places').values(this.#places()).execute()
      await trx
        .insertInto('notice_settings')
        .values(neighbours.map((role) => this.#settings(role)))
        .execute()
      await trx
        .insertInto('notice_choices')
        .values(neighbours.flatMap((role) => this.#choices(role)))
        .execute()
    })
  }

  #member(role: Role): MemberRow {
    const id = this.id(role)
    return {
      id,
      name: role,
      email: `${id}@example.org`,
      email_verified_at: role === 'fabio' ? null : long,
      about: '',
      password_hash: null,
      locale: role === 'gina' ? 'en' : 'it',
      is_admin: 0,
      joined_at: long,
      erased_at: null,
    }
  }

  #settings(role: Role) {
    const member_id = this.id(role)
    return { member_id, quiet_from: '22:00', quiet_to: '07:00', digest_hour: 8, unsubscribe_key: `${member_id}-key` }
  }

  // They read their notices in the app: how mail goes out is for other tests to say.
  #choices(role: Role) {
    return topics.map((topic) => ({ member_id: this.id(role), topic, mail: 'never' as const, push: 0 as const }))
  }

  #organisation(house: House) {
    return {
      id: this.id(house),
      name: house,
      kind: houses[house].kind,
      vat_number: null,
      about: '',
      registered_at: long,
    }
  }

  #memberships(): MembershipRow[] {
    return houseNames.flatMap((house) =>
      houses[house].staff.map((role, place) => ({
        organisation_id: this.id(house),
        member_id: this.id(role),
        role: place === 0 ? ('owner' as const) : ('staff' as const),
        since: long,
      })),
    )
  }

  #places() {
    return (Object.keys(sites) as Site[]).map((site) => ({
      id: this.id(site),
      owner_id: this.id(sites[site].owner),
      area: site,
      municipality: 'Roma',
      municipality_istat: '058091',
      latitude_e6: 41_938_000,
      longitude_e6: 12_533_000,
      blur_radius_m: 300,
      saved_at: long,
    }))
  }
}

const long = later(dawn, { days: -300 })
