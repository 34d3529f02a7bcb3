import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { draftListing } from '#app/domain/listings/draft-listing.server.ts'
import { draftOf, openDrafts } from '#app/domain/listings/drafts.read.server.ts'
import { readMaterialStep } from '#app/domain/listings/listing-ask-material.ts'
import { isUnlikelySize, readMeasuresStep } from '#app/domain/listings/listing-ask-measures.ts'
import { readPickupStep } from '#app/domain/listings/listing-ask-pickup.ts'
import type { DraftChanges } from '#app/domain/listings/listing-draft.ts'
import type { WeightChoice } from '#app/domain/listings/listing-draft-weight.ts'
import { reviseListing } from '#app/domain/listings/revise-listing.server.ts'
import { setPickupPlace } from '#app/domain/listings/set-pickup-place.server.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const draft = (who: Neighbour = 'ada', at = now) => write(db, (trx) => draftListing(trx, actOf(who, at)))
const revise = (
  id: string,
  changes: DraftChanges,
  weight?: WeightChoice,
  who: Neighbour = 'ada',
  at = later(now, { minutes: 1 }),
) => write(db, (trx) => reviseListing(trx, actOf(who, at), id, changes, weight))
const row = (id: string) => db.selectFrom('listings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const eventsOf = async (id: string) =>
  (
    await db
      .selectFrom('listing_events')
      .select(['kind', 'details'])
      .where('listing_id', '=', id)
      .orderBy('id')
      .execute()
  ).map((event) => event.kind)

const beams: DraftChanges = {
  title: 'Travetti di abete',
  material_key: 'wood.solid.beams',
  unit: 'piece',
  total: 18,
  piece_length_mm: 2400,
  piece_width_mm: 80,
  piece_thickness_mm: 80,
}

const inCentimetres = { piece_length_unit: 'cm', piece_width_unit: 'cm', piece_thickness_unit: 'cm' }

describe('a draft', () => {
  test('that is still empty is taken up again, one that was begun is left alone', async () => {
    const first = await draft()
    expect(await draft()).toBe(first)
    await revise(first, { title: 'Tavole' })
    expect(await draft()).not.toBe(first)
  })

  test('belongs to who began it: nobody else finds or writes it', async () => {
    const id = await draft()
    expect(await draft('bruno')).not.toBe(id)
    expect(await draftOf(db, actOf('bruno').by, id)).toBeUndefined()
    expect(await revise(id, { title: 'Mio' }, undefined, 'bruno')).toEqual({ refused: 'not-yours' })
  })

  test('knows what it still needs', async () => {
    const id = await draft()
    const missing = async () => (await draftOf(db, actOf('ada').by, id))?.missing
    expect(await missing()).toEqual(['photo', 'title', 'material', 'quantity', 'place'])
    await revise(id, { title: 'Una porta', material_key: 'wood.doors' })
    expect(await missing()).toEqual(['photo', 'quantity', 'place'])
    await revise(id, { unit: 'piece', total: 1 })
    expect(await missing()).toEqual(['photo', 'place'])
  })

  test('is listed among those begun, the newest first', async () => {
    const first = await draft()
    await revise(first, { title: 'Prima' })
    const second = await draft()
    await revise(second, { title: 'Seconda' }, undefined, 'ada', later(now, { minutes: 5 }))
    expect((await openDrafts(db, 'ada')).map(({ title }) => title)).toEqual(['Seconda', 'Prima'])
    expect(await openDrafts(db, 'bruno')).toEqual([])
  })

  test('is weighed as soon as it can be, and again when its quantity changes', async () => {
    const id = await draft()
    await revise(id, beams)
    const first = await row(id)
    expect(first).toMatchObject({ weight_grade: 'C', weight_method: 'size-density' })
    await revise(id, { total: 36 })
    expect((await row(id)).weight_typ_g).toBe((first.weight_typ_g ?? 0) * 2)
  })

  test('keeps the weight its donor gave, whatever else changes', async () => {
    const id = await draft()
    await revise(id, beams, { source: 'declared', grams: 150_000, item_key: null })
    await revise(id, { total: 9 })
    expect(await row(id)).toMatchObject({
      weight_grade: 'D',
      weight_low_g: 75_000,
      weight_typ_g: 150_000,
      weight_high_g: 300_000,
    })
  })

  test('counts as weighed once the display was photographed, and as declared until then', async () => {
    const id = await draft()
    await revise(id, beams, { source: 'weighed', grams: 93_500, item_key: null })
    expect(await row(id)).toMatchObject({ weight_grade: 'D', weight_method: 'weighed' })
    await db
      .updateTable('listings')
      .set({ weight_photo_hash: 'f'.repeat(32) })
      .where('id', '=', id)
      .execute()
    await revise(id, {}, { source: 'weighed', grams: 93_500, item_key: null })
    expect(await row(id)).toMatchObject({
      weight_grade: 'A',
      weight_low_g: 91_630,
      weight_typ_g: 93_500,
      weight_high_g: 95_370,
    })
  })

  test('without a verified weight has none: grade E and no grams', async () => {
    const id = await draft()
    await revise(id, beams, { source: 'unknown', grams: null, item_key: null })
    expect(await row(id)).toMatchObject({ weight_grade: 'E', weight_typ_g: null })
  })

  test('writes one line of history for each change, none for saving the same again', async () => {
    const id = await draft()
    await revise(id, beams)
    await revise(id, beams)
    expect(await eventsOf(id)).toEqual(['drafted', 'revised'])
  })

  test('is found by its own words and by its material in both languages', async () => {
    const id = await draft()
    await revise(id, { ...beams, title: 'Travetti così così' })
    expect((await row(id)).search_text).toMatch(/^travetti cosi cosi\b.*\bjoists\b/)
  })

  test('has its place once it is set, and sets it again in the same row', async () => {
    const id = await draft()
    const ask = {
      latitude_e6: 41_936_700,
      longitude_e6: 12_541_300,
      street: 'via Val Maggia 12',
      access_notes: '',
      phone: '',
    }
    await write(db, (trx) => setPickupPlace(trx, actOf('ada'), id, ask))
    const { place_id } = await row(id)
    await write(db, (trx) => setPickupPlace(trx, actOf('ada'), id, { ...ask, street: 'via Val Maggia 14' }))
    expect((await row(id)).place_id).toBe(place_id)
    expect((await draftOf(db, actOf('ada').by, id))?.missing).not.toContain('place')
  })
})

describe('a lot that is public', () => {
  test('never shrinks below what is promised', async () => {
    const lot = await given.listing({ total: 40 })
    await given.claim({ listing_id: lot.id, state: 'confirmed', qty_wanted: 12 })
    expect(await revise(lot.id, { total: 11 })).toEqual({ refused: 'below-held', promised: 12 })
    expect(await revise(lot.id, { total: 12 })).toMatchObject({ changed: expect.arrayContaining(['total']) })
  })

  test('keeps its unit, and its place while units are promised', async () => {
    const lot = await given.listing()
    expect(await revise(lot.id, { unit: 'g' })).toEqual({ refused: 'unit-is-fixed' })
    await given.claim({ listing_id: lot.id, state: 'confirmed' })
    const far = {
      latitude_e6: 41_960_000,
      longitude_e6: 12_500_000,
      street: 'via Lontana 1',
      access_notes: '',
      phone: '',
    }
    expect(await write(db, (trx) => setPickupPlace(trx, actOf('ada'), lot.id, far))).toEqual({
      refused: 'place-is-promised',
    })
  })

  test('keeps its agreed pickups inside its days', async () => {
    const lot = await given.listing()
    const claim = await given.claim({ listing_id: lot.id, state: 'scheduled' })
    await given.pickup([claim.id], {
      state: 'confirmed',
      starts_at: later(now, { days: 5 }),
      ends_at: later(now, { days: 5, hours: 1 }),
    })
    expect(await revise(lot.id, { must_go_by: later(now, { days: 4 }) })).toEqual({ refused: 'pickup-outside' })
    expect(await revise(lot.id, { must_go_by: later(now, { days: 6 }) })).toMatchObject({
      changed: expect.arrayContaining(['must_go_by']),
    })
  })

  test('does not turn into what may not pass here', async () => {
    const lot = await given.listing()
    expect(await revise(lot.id, { title: 'Lastre di eternit' })).toMatchObject({
      refused: 'refused-material',
      screening: { block: 'asbestos' },
    })
    expect((await row(lot.id)).title).toBe('Tavole di abete')
  })

  test('is not written any more once it is closed', async () => {
    const lot = await given.listing({ state: 'closed', closed_reason: 'withdrawn' })
    expect(await revise(lot.id, { title: 'Altro' })).toEqual({ refused: 'listing-closed' })
  })
})

describe('what people type', () => {
  test('is kept as far as it is right, with the rest explained', () => {
    const { changes, errors } = readMaterialStep(
      {
        title: ' Travetti  di abete ',
        material: 'Travi e travetti',
        material_key: 'wood.solid.beams',
        quantity: '8,0,0',
        unit: 'piece',
      },
      'it',
    )
    expect(changes).toEqual({ title: 'Travetti di abete', description: '', material_key: 'wood.solid.beams' })
    expect(errors['quantity']).toMatch(/^errors\.number-unreadable\?typed=8%2C0%2C0/)
  })

  test('as a material alone is looked up; several answers come back to choose from', () => {
    expect(readMaterialStep({ material: 'travi e travetti' }, 'it').changes.material_key).toBe('wood.solid.beams')
    const several = readMaterialStep({ material: 'trav' }, 'it')
    expect(several.errors['material']).toBe('posting.errors.material-which')
    expect(several.choices.map(({ key }) => key)).toContain('wood.solid.beams')
    expect(readMaterialStep({ material: 'trav', material_choice: 'wood.solid.beams' }, 'it').changes.material_key).toBe(
      'wood.solid.beams',
    )
    expect(readMaterialStep({ material: 'kryptonite' }, 'it').errors['material']).toBe(
      'posting.errors.material-unknown',
    )
  })

  test('over an old material without scripts is what counts', () => {
    expect(
      readMaterialStep({ material: 'Listelli e morali', material_key: 'wood.solid.beams' }, 'it').changes.material_key,
    ).toBe('wood.solid.battens')
  })

  test.each([
    [{ piece_length: '2,4', piece_length_unit: 'm' }, 2400],
    [{ piece_length: '240', piece_length_unit: 'cm' }, 2400],
    [{ piece_length: '2400', piece_length_unit: 'mm' }, 2400],
    [{ piece_length: '2,4 m', piece_length_unit: 'cm' }, 2400],
    [{ piece_length: '' }, null],
  ])('%j is a length of %s mm', (typed, millimetres) => {
    expect(readMeasuresStep(typed).changes.piece_length_mm).toBe(millimetres)
  })

  test('as a size that cannot be read leaves the others alone', () => {
    const { changes, errors } = readMeasuresStep({
      piece_length: '2,4',
      piece_length_unit: 'm',
      piece_width: 'largo',
      condition: 'good',
    })
    expect(changes).toEqual({ piece_length_mm: 2400, piece_thickness_mm: null, condition: 'good' })
    expect(Object.keys(errors)).toEqual(['piece_width'])
  })

  test.each([
    [{ piece_length: '1200', piece_length_unit: 'cm' }, '12'],
    [{ piece_length: '800', piece_width: '190', piece_thickness: '27', ...inCentimetres }, '8'],
  ])('as a size nobody has, %j, is asked about before it is kept', (typed, metres) => {
    const asked = readMeasuresStep({ ...typed, condition: 'good' })
    expect(asked.errors).toEqual({ size_right: `posting.errors.size-unlikely?metres=${metres}` })
    expect(asked.changes).toEqual({ condition: 'good' })
    const kept = readMeasuresStep({ ...typed, size_right: '1' })
    expect(kept.errors).toEqual({})
    expect(kept.changes.piece_length_mm).toBe(Number(metres) * 1000)
  })

  test.each([[[6000, 200, 200]], [[8000, null, null]], [[2400, 2000, 600]], [[null, null, null]]])(
    '%j is a size that exists',
    (size) => expect(isUnlikelySize(size)).toBe(false),
  )

  test('as a weight is read to the gram', () => {
    expect(readMeasuresStep({ weight_from: 'declared', weight_declared: '93,5' }).weight).toEqual({
      source: 'declared',
      grams: 93_500,
      item_key: null,
    })
    expect(readMeasuresStep({ weight_from: 'weighed', weight_weighed: '' }).errors).toEqual({
      weight_weighed: 'errors.required',
    })
    expect(readMeasuresStep({ weight_from: 'declared', weight_declared: '1.234' }).errors['weight_declared']).toMatch(
      /^errors\.number-ambiguous/,
    )
  })

  test('as days must not be past or crossed, and then neither is kept', () => {
    expect(readPickupStep({ must_go_by: '2026-11-20' }, now).errors).toEqual({ must_go_by: 'errors.past' })
    const crossed = readPickupStep({ available_from: '2026-12-10', must_go_by: '2026-12-01' }, now)
    expect(crossed.errors).toEqual({ must_go_by: 'posting.errors.dates-crossed' })
    expect(crossed.changes).not.toHaveProperty('available_from')
    expect(readPickupStep({ available_from: '2026-02-30' }, now).errors).toEqual({ available_from: 'errors.date' })
  })

  test('as days are whole days in Rome', () => {
    const { changes } = readPickupStep({ available_from: '2026-11-25', must_go_by: '2026-12-10' }, now)
    expect(changes).toMatchObject({
      available_from: '2026-11-24T23:00:00.000Z',
      must_go_by: '2026-12-10T22:59:00.000Z',
    })
  })
})

test('no series of edits, however wild, breaks a rule of the table or sells what is promised', async () => {
  const text = fc.oneof(
    fc.string({ maxLength: 90 }),
    fc.constantFrom('2,4', '12', '1.234', '8,0,0', '-3', '0', '93,5', '2026-12-01', '2026-11-30', '999999999'),
  )
  const field = fc.constantFrom(
    'title',
    'description',
    'material',
    'quantity',
    'piece_length',
    'piece_width',
    'piece_thickness',
    'weight_declared',
    'weight_weighed',
    'available_from',
    'must_go_by',
    'floor',
  )
  const step = fc.record({
    typed: fc.dictionary(field, text, { maxKeys: 8 }),
    unit: fc.constantFrom('piece', 'g', 'mm', 'cm2', 'dm3', 'stone'),
    side: fc.constantFrom('mm', 'cm', 'm'),
    weight_from: fc.constantFrom('estimate', 'declared', 'weighed', 'unknown', 'guessed'),
    material_choice: fc.constantFrom('wood.solid.beams', 'metal.sheet', 'unobtainium', ''),
  })
  const lot = await given.listing({ total: 40 })
  await given.claim({ listing_id: lot.id, state: 'confirmed', qty_wanted: 12 })
  const id = await draft()
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(id, lot.id),
      async (steps, target) => {
        for (const { typed, unit, side, weight_from, material_choice } of steps) {
          const said = {
            ...typed,
            unit,
            weight_from,
            material_choice,
            piece_length_unit: side,
            piece_width_unit: side,
            piece_thickness_unit: side,
          }
          const measures = readMeasuresStep(said)
          const changes = {
            ...readMaterialStep(said, 'it').changes,
            ...measures.changes,
            ...readPickupStep(said, now).changes,
          }
          await revise(target, changes, measures.weight)
          const { held, collected, written_off, total, unit: kept } = await row(lot.id)
          expect({ held, ok: held + collected + written_off <= total, kept }).toEqual({
            held: 12,
            ok: true,
            kept: 'piece',
          })
        }
      },
    ),
    { numRuns: 60 },
  )
})
