import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { stopPlanning } from '#app/gateways/round-planner.server.ts'
import { signedIn, staff } from '#app/http/context.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { answerOnPage } from '#app/http/round-reply.server.ts'
import { adoptSearch } from '#app/http/round-searches.server.ts'

const Ask = z.object({ day: z.string() })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/hubs/${params['hubSlug']}/rounds`)
}

/** The rounds that were found become the rounds of the day. */
export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await staff(request)
  const slug = params['hubSlug'] ?? ''
  const { value } = await readForm(request, Ask)
  const id = params['searchId'] ?? ''
  stopPlanning(id)
  const page = `/hubs/${slug}/rounds?day=${value?.day ?? ''}`
  return answerOnPage(page, await adoptSearch(visit, slug, id), () => ({ key: 'rounds.said.kept' }))
}
