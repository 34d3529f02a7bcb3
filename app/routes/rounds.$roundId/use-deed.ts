import { type FormEvent, useState } from 'react'
import { mostWrongTries } from '#app/domain/claims/handover-code.ts'
import { tells } from '#app/domain/claims/handover-verifier.ts'
import { readQuantity } from '#app/domain/listings/quantity.ts'
import { numberMessage } from '#app/domain/listings/quantity-message.ts'
import type { RoadLoad, RoundPage } from '#app/http/round-page.server.ts'
import { addDeed } from '#app/ui/round-queue.ts'
import { leadToMistake } from '#app/ui/use-focus-kept.ts'

type Errors = Record<string, string>

/**
 * Sends a form of this round through the phone's queue: what is wrong with it is said at once, with no network, and what is
 * right is kept before it is sent.
 */
export function useDeed(page: Pick<RoundPage, 'round' | 'verifiers'>, load?: RoadLoad) {
  const [errors, setErrors] = useState<Errors>({})
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asked = event.currentTarget
    const form = new FormData(asked)
    const text = (name: string) => String(form.get(name) ?? '')
    setBusy(true)
    const { found, grams, wrong_tries } = await judge(form, page.verifiers, load)
    setErrors(found)
    setBusy(false)
    if (Object.keys(found).length > 0) return afterPaint(() => leadToMistake(asked))
    const fields = Object.fromEntries(
      [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
    const pictures = Object.fromEntries(
      [...form].filter((entry): entry is [string, File] => entry[1] instanceof File && entry[1].size > 0),
    )
    const key = crypto.randomUUID()
    await addDeed({
      key,
      round_id: page.round.id,
      fields: { ...fields, idempotency_key: key, wrong_tries: String(wrong_tries) },
      pictures,
      grams,
      claim_id: load?.claim_id ?? text('claim_id'),
      happened_at: new Date().toISOString(),
    })
    afterPaint(goToNext)
  }
  return { submit: (event: FormEvent<HTMLFormElement>) => void submit(event), errors, isBusy }
}

/** React shows what changed before the next frame. */
function afterPaint(act: () => void) {
  requestAnimationFrame(act)
}

/** The form that was sent is gone from the page, and the focus with it: what comes next is read from its top. */
function goToNext() {
  const next = document.querySelector<HTMLElement>('.stop-now') ?? document.querySelector<HTMLElement>('#balance')
  next?.scrollIntoView({ block: 'start' })
  next?.focus({ preventScroll: true })
}

async function judge(form: FormData, verifiers: RoundPage['verifiers'], load: RoadLoad | undefined) {
  const text = (name: string) => String(form.get(name) ?? '')
  const found: Errors = {}
  if (text('deed') === 'failed')
    return { found: text('failure') === '' ? { failure: 'errors.choose' } : found, grams: 0, wrong_tries: 0 }
  const weight = readQuantity(text('weight'), 'g')
  const isWeighed = text('grade') !== 'E'
  if (isWeighed && weight.problem)
    found['weight'] = text('weight').trim() === '' ? 'errors.required' : numberMessage(weight, 'kg', 3)
  const quantity = load && readQuantity(text('quantity'), load.unit)
  if (quantity?.problem) found['quantity'] = 'errors.number'
  if (load && quantity && !quantity.problem && quantity.value > load.quantity)
    found['quantity'] = 'driving.refused.more-than-planned'
  const proof = form.get('proof_photo')
  const asksCode = form.has('code')
  const hasPicture = proof instanceof File && proof.size > 0
  if (asksCode && text('code').trim() === '' && !hasPicture) found['code'] = 'driving.code.missing'
  const wrong_tries = asksCode && load ? await tryCode(text('code'), verifiers, load, found) : 0
  return { found, grams: isWeighed && !weight.problem ? weight.value : 0, wrong_tries }
}

/** The phone's own judgement of a code, and how many were wrong so far: the server hears of them and judges again. */
async function tryCode(code: string, verifiers: RoundPage['verifiers'], load: RoadLoad, found: Errors) {
  const kept = `rimessa wrong codes ${load.claim_id}`
  const wrong = Number(localStorage.getItem(kept) ?? 0)
  const verifier = verifiers.find(({ claim_id }) => claim_id === load.claim_id)
  if (code.trim() === '' || !verifier) return wrong
  if (wrong >= mostWrongTries) {
    found['code'] = 'driving.code.tooMany'
    return wrong
  }
  const { is_right } = await tells(verifier, code)
  if (is_right) return wrong
  localStorage.setItem(kept, String(wrong + 1))
  found['code'] = `driving.code.wrong?count=${mostWrongTries - wrong - 1}`
  return wrong + 1
}
