import { expect, test } from 'vitest'
import { PickupForm } from '#app/routes/claims.$claimId_.pickups.new/pickup-form.tsx'
import { CollectionDays } from '#app/routes/hubs.$hubSlug_.collections/collection-days.tsx'
import { CollectionForm } from '#app/routes/hubs.$hubSlug_.collections/collection-form.tsx'
import { CollectionPlans } from '#app/routes/hubs.$hubSlug_.collections/collection-plans.tsx'
import { AvailabilityForm } from '#app/routes/listings.$listingId_.availability/availability-form.tsx'
import { rendered, words } from '../support/render.tsx'

const wednesday = { weekday: 'wed', from_time: '09:00', to_time: '13:00' } as const

test('the times somebody is there are links by day, and a time outside is warned about', () => {
  const form = (starts_at: string) =>
    rendered(
      <PickupForm
        claimId="c"
        window={{ from: '2026-11-24T09:00:00.000Z', to: null, earliest: '2026-11-24T10:00', latest: null }}
        availability={{ hours: [wednesday], days: [] }}
        starts={['2026-11-25T09:00', '2026-11-25T10:00', '2026-12-02T09:00']}
        starts_at={starts_at}
        moving={false}
        may_override={false}
        reply={undefined}
      />,
    )
  const inside = form('2026-11-25T10:00')
  expect(inside.match(/href="\/page\?starts_at=/g)).toHaveLength(3)
  expect(inside).toMatch(/<a[^>]*aria-current="true"[^>]*>10:00<\/a>/)
  expect(words(inside)).toContain('mercoledì 25 novembre')
  expect(words(inside)).not.toContain('di solito non c’è nessuno')
  expect(words(form('2026-11-25T12:30'))).toContain('In quest’ora di solito non c’è nessuno')
  expect(words(form(''))).not.toContain('di solito non c’è nessuno')
})

test('a donor’s week keeps what was typed, and has two lines to spare for other days', () => {
  const page = {
    title: 'Quando si può passare',
    lot: { id: 'l', title: 'Tavole' },
    today: '2026-11-24',
    may_say_place: true,
    said: { wed: '9–13', day_0: '2026-12-02', scope: 'lot' },
  }
  const html = rendered(<AvailabilityForm {...page} reply={undefined} />)
  expect(html.match(/type="date"/g)).toHaveLength(3)
  expect(html).toContain('value="9–13"')
  const reply = { errors: { wed: 'errors.hours' }, typed: { wed: 'mattina', scope: 'place' } }
  const again = rendered(<AvailabilityForm {...page} may_say_place={false} reply={reply} />)
  expect(again).toContain('value="mattina"')
  expect(words(again)).toContain('Non capiamo questi orari')
  expect(words(rendered(<AvailabilityForm {...page} reply={{ refused: 'listing-closed', typed: {} }} />))).toContain(
    'Questo lotto è chiuso',
  )
})

test('collections are said as people say them', () => {
  const hub = { slug: 'officine-zero', name: 'Officine Zero' }
  const plan = {
    id: 'p',
    organisation_name: 'Edilferro srl',
    weekday: 'thu',
    nth: null,
    from_time: '09:00',
    to_time: '11:00',
    note: '',
    starts_on: undefined,
    ends_on: null,
    has_place: true,
    is_assumed: false,
    load: { grams: 180_000, dm3: 720, longest_mm: 0 },
  } as const
  const plans = [
    { ...plan, rhythm: 'fortnightly' as const },
    {
      ...plan,
      id: 'q',
      rhythm: 'monthly' as const,
      weekday: 'sun' as const,
      nth: 5,
      ends_on: '2026-12-31',
      is_assumed: true,
    },
    { ...plan, id: 'r', rhythm: 'weekly' as const, has_place: false },
  ]
  const said = words(rendered(<CollectionPlans hub={hub} plans={plans} />))
  expect(said).toContain('Ogni due settimane, giovedì')
  expect(said).toContain('Ogni mese, l’ultima domenica')
  expect(said).toContain('da Edilferro srl')
  expect(said).toContain('Di solito 180 kg, 0,72 m³.')
  expect(said).toContain('Quanto c’è non è detto: nel giro contiamo 180 kg, 0,72 m³.')
  expect(said).toContain('Non si può ancora mettere su un giro')
  const one = {
    id: 'p',
    organisation_name: 'Edilferro srl',
    note: 'Cancello B',
    is_closed: false,
    reason: '',
    expected: undefined,
  }
  const times = { starts_at: '2026-11-26T08:00:00.000Z', ends_at: '2026-11-26T10:00:00.000Z' }
  const days = [
    { ...one, ...times, day: '2026-11-26', on: '2026-11-26', expected: { from: times.starts_at, to: times.ends_at } },
    { ...one, ...times, day: '2026-12-10', on: undefined, reason: 'ferie' },
    { ...one, ...times, day: '2026-12-24', on: '2026-12-23', is_closed: true },
  ]
  const listed = words(rendered(<CollectionDays hub={hub} days={days} />))
  expect(listed).toContain('giovedì 26 novembre, 9:00–11:00')
  expect(listed).toContain('Il furgone è atteso 9:00–11:00')
  expect(listed).toContain('Saltata: ferie')
  expect(listed).toContain('Era giovedì 24 dicembre')
  expect(listed).toContain('Quel giorno l’officina è chiusa')
  const reply = { refused: 'never' as const, typed: { hours: '9–11' } }
  const empty = { today: '2026-11-24', organisations: [], assumed: { grams: 150_000, dm3: 600, longest_mm: 0 } }
  const form = rendered(<CollectionForm {...empty} reply={reply} />, { locale: 'en' })
  expect(form).toContain('value="9–11"')
  expect(words(form)).toContain('There is not a single one')
})
