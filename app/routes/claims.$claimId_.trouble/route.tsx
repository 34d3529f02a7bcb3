import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { claimFor } from '#app/domain/claims/claims.read.server.ts'
import { failPickup } from '#app/domain/pickups/fail-pickup.server.ts'
import { lastPickupOf } from '#app/domain/pickups/pickup-to-report.read.server.ts'
import { TroubleAsk } from '#app/domain/pickups/trouble-ask.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const { claim, sides } = found(await claimFor(db, member, params['claimId'] ?? ''))
  found(sides.claimant || sides.coordinator || undefined)
  const pickup = await lastPickupOf(db, claim.id)
  const isOn = pickup && (pickup.state === 'confirmed' || pickup.state === 'in_progress') && pickup.starts_at <= now
  if (!isOn) throw redirect(`/claims/${claim.id}`)
  return { title: translator(locale).t('noShows.trouble.title'), claimId: claim.id }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, TroubleAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const id = params['claimId'] ?? ''
  const outcome = await write(db, (trx) => failPickup(trx, act, id, ask.value))
  return isRefusal(outcome)
    ? redirectSaying(`/claims/${id}`, `noShows.refusals.${outcome.refused}`, { tone: 'fail' })
    : redirectSaying(`/claims/${id}`, 'noShows.trouble.done')
}

export default function Trouble() {
  const { t } = useT()
  const { title, claimId } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AskPage
      title={title}
      lead={t('noShows.trouble.lead')}
      submit={t('noShows.trouble.submit')}
      danger
      keep={{ to: `/claims/${claimId}`, label: t('noShows.trouble.keep') }}
    >
      <Choices
        name="trouble"
        legend={t('noShows.trouble.which')}
        columns="one"
        error={reply?.errors['trouble']}
        choices={(['refused_condition', 'no_access'] as const).map((value) => ({
          value,
          label: t(`noShows.trouble.${value}`),
          note: t(`noShows.trouble.${value}Note`),
        }))}
      />
    </AskPage>
  )
}
