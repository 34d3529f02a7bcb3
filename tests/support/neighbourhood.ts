import type { HubCoordinatorRow, HubRow } from '#db/schema/hubs.ts'
import type { MemberRow, MembershipRow, OrganisationRow } from '#db/schema/people.ts'
import type { PlaceDoorRow, PlaceRow } from '#db/schema/places.ts'

/** The instant every test starts at: a Tuesday morning in Rome, ten o'clock. */
export const now = '2026-11-24T09:00:00.000Z'

const long = '2026-01-12T08:00:00.000Z'

/** Ada clears her cellar, Bruno builds with it, Chiara teaches with it, Dario runs Officine Zero. */
export const members = [
  member('ada', 'Ada Ferri', { about: 'Pensionata a Montesacro. Ha una cantina da svuotare.' }),
  member('bruno', 'Bruno Santi', { about: 'Falegname a Centocelle.' }),
  member('chiara', 'Chiara Neri', { about: 'Insegna tecnologia alla scuola media.' }),
  member('dario', 'Dario Monti', { about: 'Coordina i ritiri a Officine Zero.' }),
  member('elena', 'Elena Greco', { is_admin: 1 }),
  member('fabio', 'Fabio Costa', { email_verified_at: null, joined_at: '2026-11-23T18:00:00.000Z' }),
  member('gina', 'Gina Price', { locale: 'en', about: 'Restores chairs in Pigneto.' }),
  member('ivo', 'Ivo Ricci', { about: 'Magazziniere di Edilferro.' }),
  member('pia', 'Pia Longo', { about: 'Coordina i ritiri alla Borgata.' }),
] as const

export type Neighbour = 'ada' | 'bruno' | 'chiara' | 'dario' | 'elena' | 'fabio' | 'gina' | 'ivo' | 'pia'

export const organisations: OrganisationRow[] = [
  {
    id: 'bottega',
    name: 'Bottega Santi',
    kind: 'workshop',
    vat_number: '01234567897',
    about: 'Banchi e scaffali da legno recuperato.',
    registered_at: long,
  },
  {
    id: 'scuola',
    name: 'Scuola media Sestio',
    kind: 'school',
    vat_number: null,
    about: 'Laboratorio di tecnologia.',
    registered_at: long,
  },
  {
    id: 'edilferro',
    name: 'Edilferro srl',
    kind: 'company',
    vat_number: '12345678903',
    about: 'Carpenteria metallica.',
    registered_at: long,
  },
]

export const memberships: MembershipRow[] = [
  { organisation_id: 'bottega', member_id: 'bruno', role: 'owner', since: long },
  { organisation_id: 'scuola', member_id: 'chiara', role: 'owner', since: long },
  { organisation_id: 'edilferro', member_id: 'ivo', role: 'owner', since: long },
]

export const places: PlaceRow[] = [
  place('cellar', 'ada', 'Montesacro', 41_938_000, 12_533_000),
  place('workshop', 'bruno', 'Centocelle', 41_881_000, 12_566_000),
  place('oz-yard', 'dario', 'Montesacro', 41_941_000, 12_529_000),
  place('borgata-yard', 'pia', 'Quadraro', 41_852_000, 12_548_000),
]

export const doors: PlaceDoorRow[] = [
  {
    place_id: 'cellar',
    latitude_e6: 41_937_412,
    longitude_e6: 12_534_218,
    street: 'via Nomentana 411, scala B',
    access_notes: 'Citofono Ferri',
    phone: '+39 06 5550 0111',
  },
  {
    place_id: 'workshop',
    latitude_e6: 41_880_333,
    longitude_e6: 12_565_101,
    street: 'via dei Castani 30',
    access_notes: '',
    phone: '',
  },
  {
    place_id: 'oz-yard',
    latitude_e6: 41_941_120,
    longitude_e6: 12_528_640,
    street: 'via Monte Patulo 2',
    access_notes: 'Cancello verde',
    phone: '',
  },
  {
    place_id: 'borgata-yard',
    latitude_e6: 41_851_900,
    longitude_e6: 12_547_700,
    street: 'via dei Quintili 10',
    access_notes: '',
    phone: '',
  },
]

export const hubs: HubRow[] = [
  {
    id: 'oz',
    slug: 'officine-zero',
    name: 'OZ – Officine Zero',
    about: 'Officina di quartiere.',
    opening_hours: 'mar–sab 9–19',
    place_id: 'oz-yard',
    opened_at: long,
    quota_lots: 8,
    quota_days: 28,
    service_radius_m: 15_000,
    service_area: '',
  },
  {
    id: 'borgata',
    slug: 'borgata',
    name: 'Magazzino Borgata',
    about: 'Deposito del Quadraro.',
    opening_hours: 'lun–ven 9–17',
    place_id: 'borgata-yard',
    opened_at: long,
    quota_lots: 8,
    quota_days: 28,
    service_radius_m: 15_000,
    service_area: '',
  },
]

export const coordinators: HubCoordinatorRow[] = [
  { hub_id: 'oz', member_id: 'dario', since: long },
  { hub_id: 'borgata', member_id: 'pia', since: long },
]

function member(id: string, name: string, facts: Partial<MemberRow> = {}): MemberRow {
  const usual = { about: '', password_hash: null, locale: 'it', is_admin: 0, joined_at: long, erased_at: null } as const
  return { id, name, email: `${id}@example.org`, email_verified_at: long, ...usual, ...facts }
}

function place(id: string, owner: string, area: string, latitude: number, longitude: number): PlaceRow {
  const rome = { municipality: 'Roma', municipality_istat: '058091', blur_radius_m: 300, saved_at: long }
  return { id, owner_id: owner, area, latitude_e6: latitude, longitude_e6: longitude, ...rome }
}
