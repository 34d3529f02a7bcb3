import fc from 'fast-check'
import { newId } from '#app/domain/id.server.ts'
import { approveListing } from '#app/domain/listings/review-listing.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'
import type { AllocationRule, ListingRow } from '#db/schema/listings.ts'
import { dawn, type House, type Role, type Site, sites } from './cast.ts'
import { type Model, plus } from './state.ts'

/** A lot as its donor might have written it. Hours are counted from the start of the sequence. */
export type LotPlan = {
  site: Site
  rule: AllocationRule
  total: number
  min_claim: number
  /** Until it must go; null for no deadline. */
  hours_left: number | null
  reserved_hours: number | null
  /** Two of three lots are there already, the third from tomorrow on. */
  is_early: boolean
}

export const lotPlan: fc.Arbitrary<LotPlan> = fc.record({
  site: fc.constantFrom<Site[]>('cellar', 'cellar', 'attic', 'depot'),
  rule: fc.constantFrom<AllocationRule[]>('fair_window', 'fair_window', 'donor_picks', 'first_come'),
  total: fc.integer({ min: 1, max: 14 }),
  min_claim: fc.constantFrom(1, 1, 1, 2),
  hours_left: fc.constantFrom(null, 20 * 24, 20 * 24, 10 * 24, 10 * 24, 6 * 24, 100, 60, 30),
  reserved_hours: fc.constantFrom(null, null, 30, 90),
  is_early: fc.boolean(),
})

/** Waits for a coordinator's look, who lets it pass: from then on it is public, with whatever opens with it. */
export async function publish(db: Db, model: Model, plan: LotPlan, code: string) {
  const row = rowOf(model, plan, code)
  await db.insertInto('listings').values(row).execute()
  const passed = await write(db, (trx) => approveListing(trx, model.act(sites[plan.site].keeper), row.id))
  if (isRefusal(passed)) throw new Error(`lot ${code} was not let through: ${passed.refused}`)
  const lot = await db.selectFrom('listings').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow()
  model.lots.set(row.id, {
    id: row.id,
    site: plan.site,
    ...giverOf(plan.site),
    rule: lot.allocation_rule,
    state: 'live',
    closed_reason: null,
    total: plan.total,
    held: 0,
    collected: 0,
    min_claim: plan.min_claim,
    available_from: row.available_from ?? model.at,
    must_go_by: row.must_go_by,
    reserved_until: row.reserved_until,
    window_closes_at: lot.window_closes_at,
  })
}

function giverOf(site: Site): { donor: Role; house: House | null } {
  return { donor: sites[site].owner, house: site === 'depot' ? 'edilferro' : null }
}

function rowOf(model: Model, plan: LotPlan, code: string): ListingRow {
  const { donor, house } = giverOf(plan.site)
  return {
    ...boards,
    id: newId(),
    code,
    donor_id: model.cast.id(donor),
    organisation_id: house && model.cast.id(house),
    hub_id: sites[plan.site].hub,
    place_id: model.cast.id(plan.site),
    total: plan.total,
    min_claim: plan.min_claim,
    allocation_rule: plan.rule,
    available_from: plan.is_early ? plus(dawn, -48) : plus(dawn, 14),
    must_go_by: plan.hours_left === null ? null : plus(dawn, plan.hours_left),
    reserved_until: plan.reserved_hours === null ? null : plus(dawn, plan.reserved_hours),
  }
}

const boards = {
  kind: 'offer',
  state: 'in_review',
  closed_reason: null,
  title: 'Tavole di abete',
  description: 'Vecchi ripiani, asciutti.',
  material_key: 'wood.solid',
  search_text: 'tavole di abete',
  search_tail: 0,
  unit: 'piece',
  held: 0,
  collected: 0,
  written_off: 0,
  piece_length_mm: 1200,
  piece_width_mm: 190,
  piece_thickness_mm: 27,
  condition: 'good',
  weight_grade: 'D',
  weight_low_g: 8_000,
  weight_typ_g: 16_000,
  weight_high_g: 32_000,
  weight_method: 'declared',
  weight_reference: null,
  weight_reference_version: null,
  weight_photo_hash: null,
  floor: 0,
  has_lift: 0,
  van_access: 1,
  help_to_load: 1,
  window_closes_at: null,
  radius_m: null,
  origin: 'household',
  declared_at: dawn,
  drafted_at: dawn,
  revised_at: dawn,
  published_at: null,
  closed_at: null,
} as const satisfies Partial<ListingRow>
