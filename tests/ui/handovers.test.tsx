import type { ComponentProps } from 'react'
import { describe, expect, test } from 'vitest'
import { HandoverForm } from '#app/routes/claims.$claimId_.handover/handover-form.tsx'
import { HandoverFacts } from '#app/routes/handovers.$handoverId/handover-facts.tsx'
import type { HandoverPage } from '#app/routes/handovers.$handoverId/handover-page.server.ts'
import { HandoverState } from '#app/routes/handovers.$handoverId/handover-state.tsx'
import { HandoverWeight } from '#app/routes/handovers.$handoverId/handover-weight.tsx'
import { CorrectionForm } from '#app/routes/handovers.$handoverId_.correction/correction-form.tsx'
import { ObjectionForm } from '#app/routes/handovers.$handoverId_.objection/objection-form.tsx'
import { rendered, words } from '#tests/support/render.tsx'

const form: ComponentProps<typeof HandoverForm> = {
  claim: { id: 'c1', title: 'Tavole di abete', unit: 'piece', qty: 8, quantity: '8' },
  meeting: {
    pickup: { starts_at: '2026-11-25T15:30:00.000Z', area: 'Montesacro' },
    side: 'giver',
    has_code: true,
    other: 'Bruno S.',
  },
  weight: { total: 40, low: 80_000, typ: 108_000, high: 140_000, before: 0 },
  code: '',
  idempotency_key: 'key-of-this-form',
  reply: undefined,
}

describe('the form on the giver’s phone', () => {
  test('says what goes to whom, when and where', () => {
    const said = words(rendered(<HandoverForm {...form} />))
    expect(said).toContain('Consegna di 8 pezzi')
    expect(said).toContain('Ritiro di mer 25 novembre, 16:30, Montesacro. A Bruno S.')
  })

  test('is one form with a key of its own, and can carry a picture', () => {
    const html = rendered(<HandoverForm {...form} />)
    expect(html.toLowerCase()).toContain('enctype="multipart/form-data"')
    expect(html.toLowerCase()).toContain('name="idempotency_key" value="key-of-this-form"')
    expect(html).toContain('capture="environment"')
  })

  test('reads a scanned code into two groups, and wants capitals', () => {
    const html = rendered(<HandoverForm {...form} code="k7m4q2" />)
    expect(html).toContain('value="K7M 4Q2"')
    expect(html).toMatch(/autocapitalize="characters"/i)
  })

  test('proposes the whole promise, weighed, as described', () => {
    const html = rendered(<HandoverForm {...form} />)
    expect(html).toMatch(/<input(?=[^>]*name="quantity")(?=[^>]*value="8")/)
    expect(html).toMatch(/<input(?=[^>]*value="A")(?=[^>]*checked)/)
    expect(html).toMatch(/<input(?=[^>]*value="as_described")(?=[^>]*checked)/)
  })

  test('after a mistake keeps all that was typed, and its key', () => {
    const typed = {
      code: 'WRONG2',
      quantity: '7',
      weight: '23,4',
      tare: '1',
      grade: 'B',
      condition: 'worse',
      note: 'Bagnate',
      device: 'Pesa',
      idempotency_key: 'first-key',
    }
    const reply = { typed, errors: { code: 'handovers.entry.errors.wrong-code?count=1' } }
    const html = rendered(<HandoverForm {...form} reply={reply} />)
    for (const value of ['WRO NG2', '7', '23,4', '1', 'Pesa', 'first-key']) expect(html).toContain(`value="${value}"`)
    expect(html).toContain('Bagnate</textarea>')
    expect(html).toMatch(/<input(?=[^>]*value="B")(?=[^>]*checked)/)
    expect(words(html)).toContain('Non è questo il codice. Resta 1 prova.')
    expect(words(html)).toContain('C’è una cosa da sistemare.')
  })

  test('echoes the grams that are left without the tare, and asks when they are unusual', () => {
    const typed = { weight: '25,4', tare: '2' }
    expect(words(rendered(<HandoverForm {...form} reply={{ typed }} />))).toContain('23,4 kg: 23.400 grammi')
    const heavy = words(rendered(<HandoverForm {...form} reply={{ typed: { weight: '234' } }} />))
    expect(heavy).toContain('È giusto? Di solito sono 16 kg–28 kg.')
    expect(heavy).toContain('Registra la consegna')
  })

  test('expects nothing of a lot nobody knows the weight of', () => {
    const said = words(rendered(<HandoverForm {...form} weight={undefined} reply={{ typed: { weight: '234' } }} />))
    expect(said).not.toContain('È giusto?')
  })

  test('says a refusal as a sentence', () => {
    const html = rendered(<HandoverForm {...form} reply={{ refused: 'too-many-wrong-codes', typed: {} }} />)
    expect(html).toContain('role="alert"')
    expect(words(html)).toContain('Troppi codici sbagliati.')
  })
})

const page: HandoverPage = {
  title: 'Consegna di 8 pezzi',
  handover: {
    id: 'h1',
    state: 'recorded',
    claim_id: 'c1',
    listing_id: 'l1',
    pickup_id: null,
    giver_id: 'ada',
    taker_id: 'bruno',
    quantity: 8,
    condition: 'worse',
    note: 'Due sono umide',
    idempotency_key: 'k',
    happened_at: '2026-11-25T15:40:00.000Z',
    recorded_by: 'ada',
    recorded_at: '2026-11-25T15:40:00.000Z',
    giver_confirmed_at: '2026-11-25T15:40:00.000Z',
    taker_confirmed_at: null,
    objection: null,
    recorded_side: 'giver',
    code_given: 'typed',
    proof_photo_hash: null,
    object_by: '2026-11-28T15:40:00.000Z',
    details: '',
    answered_by: null,
    silent_side: null,
  },
  claim: { id: 'c1', listing_id: 'l1', title: 'Tavole di abete', unit: 'piece' },
  giver: 'Ada F.',
  taker: 'Bruno S.',
  weight: {
    grade: 'A',
    low_g: 22_932,
    typ_g: 23_400,
    high_g: 23_868,
    method: 'scale',
    reference: null,
    reference_version: null,
    tare_g: 0,
    device: '',
    photo_hash: null,
    from_lot: false,
  },
  entry: undefined,
  corrections: [],
  late: undefined,
  thanks: [],
  may: { answer: false, record: false, correct: false, thank: undefined },
}
const confirmed = { ...page.handover, state: 'confirmed' as const, taker_confirmed_at: '2026-11-25T15:45:00.000Z' }

describe('where a handover stands', () => {
  test('the taker is asked, with one orange step and a way to say no', () => {
    const html = rendered(<HandoverState page={{ ...page, may: { ...page.may, answer: true } }} />)
    expect(html).toMatch(/<form[^>]*action="\/handovers\/h1\/confirmation"/)
    expect(html.match(/btn--next/g)).toHaveLength(1)
    expect(html).toContain('href="/handovers/h1/objection"')
  })

  test('the giver reads whose turn it is', () => {
    const html = rendered(<HandoverState page={page} />)
    expect(words(html)).toContain('Bruno S. deve ancora confermare.')
    expect(html).not.toContain('<form')
  })

  test('an objection is read as it was written, and the giver may write it again', () => {
    const objected = { ...page.handover, state: 'objected' as const, objection: 'Erano sei, non otto.' }
    const giver = rendered(<HandoverState page={{ ...page, handover: objected, may: { ...page.may, record: true } }} />)
    expect(words(giver)).toContain('Erano sei, non otto.')
    expect(giver).toContain('href="/claims/c1/handover"')
    const taker = rendered(<HandoverState page={{ ...page, handover: objected }} />)
    expect(taker).not.toContain('/claims/c1/handover')
  })
})

describe('what it weighs', () => {
  test('a weight has its grade, its range and, once posted, its place in the register', () => {
    const entry = { seq: 91, hash: 'efcc555dce10f7692fe2', is_stock: false }
    const said = words(rendered(<HandoverWeight page={{ ...page, handover: confirmed, entry }} />))
    expect(said).toContain('23,4 kg A')
    expect(said).toContain('almeno 22,9 kg')
    expect(said).toContain('Scrittura n. 91 del registro, impronta efcc555dce10f769')
  })

  test('what goes to a hub’s stock is not said to count yet', () => {
    const entry = { seq: 91, hash: 'efcc555dce10f7692fe2', is_stock: true }
    expect(words(rendered(<HandoverWeight page={{ ...page, entry }} />))).toContain('In deposito')
  })

  test('nobody knows: pieces, no kilograms', () => {
    const unknown = { ...page.weight, grade: 'E' as const, low_g: null, typ_g: null, high_g: null }
    const said = words(rendered(<HandoverWeight page={{ ...page, weight: unknown }} />))
    expect(said).toBe('Nessun peso: conta i pezzi, non i chili.')
  })

  test('the picture of the scale is shown with words for those who do not see it', () => {
    const html = rendered(<HandoverWeight page={{ ...page, weight: { ...page.weight, photo_hash: 'a'.repeat(32) } }} />)
    expect(html).toContain('alt="Il display della bilancia"')
  })
})

test('the facts end with two signatures and what was put right', () => {
  const corrections = [{ seq: 92, recorded_at: '2026-11-26T09:00:00.000Z', reason: 'wrong_unit' }]
  const said = words(rendered(<HandoverFacts page={{ ...page, handover: confirmed, corrections }} />))
  expect(said).toContain('Stato Un po’ peggio')
  expect(said).toContain('Nota Due sono umide')
  expect(said).toMatch(/Ada F\. ha consegnato .*Bruno S\. ha ritirato .*Corretto: Unità sbagliata/)
})

test('an objection keeps what was typed', () => {
  const reply = { errors: { reason: 'errors.required' }, typed: { reason: 'sei' } }
  const html = rendered(<ObjectionForm handoverId="h1" reply={reply} />)
  expect(html).toContain('sei</textarea>')
  expect(words(html)).toContain('Manca.')
})

test('a correction offers every reason the register knows, and says a refusal', () => {
  const html = rendered(
    <CorrectionForm
      handoverId="h1"
      lot="Tavole"
      typ_g={23_400}
      grade="A"
      reply={{ refused: 'nothing-to-correct', typed: {} }}
    />,
  )
  expect(html.match(/name="reason"/g)).toHaveLength(7)
  expect(words(html)).toContain('È già scritto così.')
  expect(words(html)).toContain('Tavole: 23,4 kg')
})
