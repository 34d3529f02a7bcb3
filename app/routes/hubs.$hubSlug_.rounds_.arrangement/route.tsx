import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { retime } from '#app/domain/pickups/rounds/retime.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { sequencesOf, shifted } from '#app/domain/rounds/shift.ts'
import { readVersions, saveArrangement } from '#app/http/arrangement.server.ts'
import { signedIn, staff } from '#app/http/context.server.ts'
import { dayPlan } from '#app/http/day-plan.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'

const ShiftAsk = z.object({
  day: z.string(),
  stop: z.string().min(1),
  vehicle: z.string(),
  place: z.coerce.number().int().nonnegative().optional(),
  seen: z.string(),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/hubs/${params['hubSlug']}/rounds`)
}

/** One stop moves: to another place in its order, to another vehicle, or off all of them. */
export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await staff(request)
  const slug = params['hubSlug'] ?? ''
  const { value } = await readForm(request, ShiftAsk)
  const page = `/hubs/${slug}/rounds?day=${value?.day ?? ''}`
  if (!value) return redirectSaying(page, 'rounds.refused.invalid', { tone: 'fail' })

  const plan = await dayPlan(visit, slug, value.day)
  const before = sequencesOf(plan.facts.vehicles, plan.facts.rounds)
  const { stop, place } = value
  const after = shifted(plan.problem, before, { stop, place, vehicle: value.vehicle || null })
  const changed = after.filter(
    ({ vehicle, stops }) => !isSame(stops, before.find((one) => one.vehicle === vehicle)?.stops),
  )
  const { vehicles } = retime(plan.problem, after)
  const timed = vehicles.filter(({ id }) => changed.some(({ vehicle }) => vehicle === id))
  const saved = await saveArrangement(visit, plan, { timed, seen: readVersions(value.seen) })
  if (isRefusal(saved)) return redirectSaying(page, `rounds.refused.${saved.refused}`, { tone: 'fail' })
  return redirect(page)
}

function isSame(one: readonly string[], other: readonly string[] = []) {
  return one.length === other.length && one.every((id, index) => id === other[index])
}
