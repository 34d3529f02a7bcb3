import { beforeEach, describe, expect, test } from 'vitest'
import { eventsOf } from '#app/domain/pickups/calendar-feed.read.server.ts'
import { daysOfPlan, occurrencesOf, type Plan } from '#app/domain/pickups/collection.ts'
import { CollectionAsk } from '#app/domain/pickups/collection-ask.ts'
import { collectionDays, collectionOn, collectionsOf } from '#app/domain/pickups/collections.read.server.ts'
import { moveCollection, skipCollection } from '#app/domain/pickups/move-collection.server.ts'
import { endCollections, planCollections } from '#app/domain/pickups/plan-collections.server.ts'
import { weekdayOf } from '#app/domain/places/opening.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

const thursdays: Plan = { rhythm: 'fortnightly', weekday: 'thu', nth: null, starts_on: '2026-11-24', ends_on: null }
const fiveWeeks = { day: '2026-11-24', count: 35 }

describe('which days a plan has', () => {
  test('every second Thursday, counted from its first, whatever day one looks from', () => {
    const days = ['2026-11-26', '2026-12-10', '2026-12-24']
    expect(daysOfPlan(thursdays, fiveWeeks)).toEqual(days)
    expect(daysOfPlan(thursdays, { day: '2026-12-01', count: 28 })).toEqual(days.slice(1))
    expect(daysOfPlan({ ...thursdays, ends_on: '2026-12-10' }, fiveWeeks)).toEqual(days.slice(0, 2))
    expect(daysOfPlan({ ...thursdays, rhythm: 'weekly' }, fiveWeeks)).toHaveLength(5)
  })

  test('through the nights that change the clock, and over New Year, still fourteen days apart', () => {
    const days = daysOfPlan(thursdays, { day: '2026-11-24', count: 800 })
    const apart = days.slice(1).map((day, at) => (Date.parse(day) - Date.parse(days[at] ?? '')) / 86_400_000)
    expect([days.length, new Set(apart)]).toEqual([57, new Set([14])])
  })

  test('the nth of a month, or its last; a fifth only where there is one to be the last', () => {
    const monthly = (nth: number): Plan => ({ ...thursdays, rhythm: 'monthly', nth, starts_on: '2026-12-01' })
    const quarter = { day: '2026-12-01', count: 90 }
    expect(daysOfPlan(monthly(1), quarter)).toEqual(['2026-12-03', '2027-01-07', '2027-02-04'])
    expect(daysOfPlan(monthly(5), quarter)).toEqual(['2026-12-31', '2027-01-28', '2027-02-25'])
    for (const nth of [1, 2, 3, 4, 5]) {
      const year = daysOfPlan(monthly(nth), { day: '2027-01-01', count: 365 })
      expect(year.map((day) => day.slice(0, 7))).toEqual([...new Set(year.map((day) => day.slice(0, 7)))])
      expect([year.length, new Set(year.map(weekdayOf))]).toEqual([12, new Set(['thu'])])
    }
  })

  test('moved ones stand where they are now, into the window and out of it; skipped ones in their place', () => {
    const changes = [
      { day: '2026-11-26', moved_to: '2026-12-14', reason: 'sciopero' },
      { day: '2026-12-10', moved_to: null, reason: 'ferie' },
      { day: '2026-12-24', moved_to: '2027-01-05', reason: '' },
    ]
    expect(occurrencesOf(thursdays, changes, fiveWeeks)).toEqual([
      { day: '2026-12-10', on: undefined, reason: 'ferie' },
      { day: '2026-11-26', on: '2026-12-14', reason: 'sciopero' },
    ])
    const january = { day: '2027-01-01', count: 7 }
    expect(occurrencesOf(thursdays, changes, january).map(({ on }) => on)).toEqual(['2027-01-05', '2027-01-07'])
  })
})

const typed = {
  organisation_id: 'edilferro',
  rhythm: 'fortnightly',
  weekday: 'thu',
  nth: '1',
  hours: '9–11',
  starts_on: '2026-11-24',
  note: 'Cancello B',
}

describe('collecting at a company', () => {
  beforeEach(freshWorld)
  const plan = (facts: Partial<typeof typed & { ends_on: string }> = {}, who: Neighbour = 'dario') =>
    write(db, (trx) => planCollections(trx, actOf(who), 'officine-zero', CollectionAsk.parse({ ...typed, ...facts })))
  const planned = async () => {
    const outcome = await plan()
    if (isRefusal(outcome)) throw new Error(outcome.refused)
    return outcome.id
  }
  const move = (collection_id: string, day: string, moved_to: string, who: Neighbour = 'dario', at = now) =>
    write(db, (trx) =>
      moveCollection(trx, actOf(who, at), 'officine-zero', { collection_id, day, moved_to, reason: 'sciopero' }),
    )
  const skip = (collection_id: string, day: string, who: Neighbour = 'dario', at = now) =>
    write(db, (trx) => skipCollection(trx, actOf(who, at), 'officine-zero', { collection_id, day, reason: 'ferie' }))
  const end = (id: string, who: Neighbour = 'dario', at = now) =>
    write(db, (trx) => endCollections(trx, actOf(who, at), 'officine-zero', id))
  const days = async () => {
    const plans = await collectionsOf(db, { hub_ids: ['oz'] }, '2026-11-24')
    return (await collectionDays(db, plans, fiveWeeks)).map(({ day, on }) => [day, on])
  }
  const feed = async (who: Neighbour, hub_id: string | null, at = now) =>
    eventsOf(db, { member: actOf(who).by, locale: 'it', hub_id }, at)

  test('is planned by who runs the hub, for an organisation there is, from today on', async () => {
    await given.listing({ donor_id: 'ivo', organisation_id: 'edilferro', place_id: 'cellar' })
    await planned()
    expect(await days()).toEqual(['2026-11-26', '2026-12-10', '2026-12-24'].map((day) => [day, day]))
    expect(await collectionsOf(db, { hub_ids: ['oz'] }, '2026-11-24')).toMatchObject([
      { organisation_name: 'Edilferro srl', area: 'Montesacro', from_time: '09:00', to_time: '11:00', nth: null },
    ])
    expect(await plan({}, 'pia')).toEqual({ refused: 'not-yours' })
    expect(await plan({}, 'ivo')).toEqual({ refused: 'not-yours' })
    expect(await plan({ organisation_id: 'nessuno' })).toEqual({ refused: 'no-such-organisation' })
    expect(await plan({ starts_on: '2026-11-23' })).toEqual({ refused: 'in-the-past' })
    expect(await plan({ ends_on: '2026-11-25' })).toEqual({ refused: 'never' })
    const wrong = CollectionAsk.safeParse({ ...typed, hours: 'mattina', ends_on: '2026-11-01', nth: '6' })
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['nth', 'hours'])
  })

  test('is told to the company’s people as soon as it is planned, with its first time', async () => {
    const id = await planned()
    const told = await db.selectFrom('notices').selectAll().where('subject_id', '=', id).execute()
    expect(told).toMatchObject([{ member_id: 'ivo', kind: 'collection-planned' }])
    expect(JSON.stringify(told[0]?.details)).toContain('2026-11-26T08:00:00.000Z')
  })

  test('one is moved, put back and skipped, within four weeks and not into the past', async () => {
    const id = await planned()
    expect(await move(id, '2026-11-26', '2026-11-27')).toEqual({ collection_id: id, day: '2026-11-26' })
    expect((await days())[0]).toEqual(['2026-11-26', '2026-11-27'])
    await move(id, '2026-11-26', '2026-11-26')
    expect((await days())[0]).toEqual(['2026-11-26', '2026-11-26'])
    await skip(id, '2026-11-26')
    expect((await days())[0]).toEqual(['2026-11-26', undefined])
    expect(await move(id, '2026-12-10', '2026-11-23')).toEqual({ refused: 'in-the-past' })
    expect(await move(id, '2026-12-10', '2027-01-08')).toEqual({ refused: 'too-far' })
    expect(await move(id, '2026-12-03', '2026-12-04')).toEqual({ refused: 'no-such-collection' })
    expect(await move(id, '2026-12-10', '2026-12-11', 'pia')).toEqual({ refused: 'not-yours' })
    expect(await skip('no-plan', '2026-12-10')).toEqual({ refused: 'no-such-collection' })
    expect(await skip(id, '2026-11-26', 'dario', '2026-11-27T09:00:00.000Z')).toEqual({ refused: 'in-the-past' })
    const one = { id, day: '2026-12-10', now }
    expect(await collectionOn(db, { hub_ids: ['oz'] }, one)).toMatchObject({ on: '2026-12-10' })
    expect(await collectionOn(db, { hub_ids: ['borgata'] }, one)).toBeUndefined()
  })

  test('moved to the day it is on it has not changed, and nobody is written to', async () => {
    await given.listing({ donor_id: 'ivo', organisation_id: 'edilferro', place_id: 'cellar' })
    const id = await planned()
    expect(await move(id, '2026-11-26', '2026-11-26')).toEqual({ refused: 'same-day' })
    await move(id, '2026-11-26', '2026-11-27')
    expect(await move(id, '2026-11-26', '2026-11-27')).toEqual({ refused: 'same-day' })
    const told = await db.selectFrom('notices').select('kind').where('subject_id', '=', id).execute()
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['collection-moved', 'collection-planned'])
  })

  test('they end from today on, once', async () => {
    const id = await planned()
    expect(await end(id, 'pia')).toEqual({ refused: 'not-yours' })
    expect(await end(id, 'dario', '2026-12-10T09:00:00.000Z')).toEqual({ id })
    expect(await end(id, 'dario', '2026-12-10T09:00:00.000Z')).toEqual({ refused: 'no-such-collection' })
    expect(await days()).toEqual([['2026-11-26', '2026-11-26']])
  })

  test('stand in the calendars of the hub and of the company’s people, under one UID for life', async () => {
    const id = await planned()
    const [first] = await feed('dario', 'oz')
    expect(first).toMatchObject({
      uid: `${id}-2026-11-26@rimessa`,
      sequence: 0,
      starts_at: '2026-11-26T08:00:00.000Z',
      ends_at: '2026-11-26T10:00:00.000Z',
      summary: 'Raccolta: Edilferro srl',
      status: 'confirmed',
    })
    expect((await feed('ivo', null))[0]).toMatchObject({ uid: first?.uid, summary: 'Raccolta: OZ – Officine Zero' })
    expect(await feed('ada', null)).toEqual([])
    expect(await feed('pia', 'borgata')).toEqual([])
    const sequences = [0]
    const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()
    await move(id, '2026-11-26', '2026-11-25', 'dario', later(1))
    const moved = (await feed('dario', 'oz'))[0]
    expect(moved).toMatchObject({ uid: first?.uid, starts_at: '2026-11-25T08:00:00.000Z' })
    await skip(id, '2026-11-26', 'dario', later(2))
    const skipped = (await feed('dario', 'oz'))[0]
    expect(skipped).toMatchObject({ uid: first?.uid, status: 'cancelled' })
    await move(id, '2026-11-26', '2026-11-26', 'dario', later(3))
    const back = (await feed('dario', 'oz'))[0]
    sequences.push(moved?.sequence ?? 0, skipped?.sequence ?? 0, back?.sequence ?? 0)
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b))
    expect(new Set(sequences).size).toBe(4)
  })
})
