import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { isRefusal } from '#app/domain/refusal.ts'
import { stopPlanning } from '#app/gateways/round-planner.server.ts'
import { readVersions } from '#app/http/arrangement.server.ts'
import { signedIn, staff } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { answerOnPage } from '#app/http/round-reply.server.ts'
import { adoptSearch, beginSearch } from '#app/http/round-searches.server.ts'

const Ask = z.object({ day: z.string(), seen: z.string(), watched: z.enum(['', '1']).default('') })

/** For who cannot watch: this long is planned before the page comes back with the rounds. */
const unwatchedMs = 4_000

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/hubs/${params['hubSlug']}/rounds`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await staff(request)
  const slug = params['hubSlug'] ?? ''
  const { value } = await readForm(request, Ask)
  const page = `/hubs/${slug}/rounds?day=${value?.day ?? ''}`
  if (!value) return redirectSaying(page, 'rounds.refused.invalid', { tone: 'fail' })
  const begun = await beginSearch(visit, slug, { day: value.day, seen: readVersions(value.seen) })
  if (value.watched === '1') return data(begun, { status: isRefusal(begun) ? 409 : 200 })

  if (isRefusal(begun)) return answerOnPage(page, begun)
  await new Promise((resolve) => setTimeout(resolve, unwatchedMs))
  stopPlanning(begun.id)
  return answerOnPage(page, await adoptSearch(visit, slug, begun.id), () => ({ key: 'rounds.said.kept' }))
}
