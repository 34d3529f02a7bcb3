import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { dayInRome } from '#app/domain/instant.ts'
import { closeSlot } from '#app/domain/pickups/close-slot.server.ts'
import { slotKinds } from '#app/domain/pickups/slot.ts'
import { SlotClosureAsk } from '#app/domain/pickups/slot-ask.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { TextField } from '#app/ui/field.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { slug } = found(await hubInCare(db, member, params['hubSlug'] ?? ''))
  const asked = new URL(request.url).searchParams
  const kind = slotKinds.find((each) => each === asked.get('kind'))
  const starts_at = asked.get('at') ?? ''
  if (!kind || Number.isNaN(Date.parse(starts_at))) throw redirect(`/hubs/${slug}/slots`)
  const { t, format } = translator(locale)
  const what = `${t(`slots.kinds.${kind}`)}, ${format.dateTime(starts_at)}`
  return { title: t('slots.closure.title', { what }), slug, kind, starts_at, day: dayInRome(starts_at) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, SlotClosureAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => closeSlot(trx, act, slug, ask.value))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  return redirectSaying(`/hubs/${slug}/slots?day=${dayInRome(ask.value.starts_at)}`, 'slots.closure.done')
}

export default function SlotClosure() {
  const { t } = useT()
  const { title, slug, kind, starts_at, day } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AskPage
      title={title}
      lead={t('slots.closure.lead')}
      refusal={reply && 'refused' in reply ? t(`slots.refusals.${reply.refused}`) : undefined}
      submit={t('slots.closure.submit')}
      danger
      keep={{ to: `/hubs/${slug}/slots?day=${day}`, label: t('slots.closure.keep') }}
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="starts_at" value={starts_at} />
      <TextField
        name="reason"
        label={t('slots.closure.reason')}
        hint={t('slots.closure.reasonHint')}
        required
        maxLength={120}
        defaultValue={reply?.typed['reason']}
        error={reply && 'errors' in reply ? reply.errors['reason'] : undefined}
      />
    </AskPage>
  )
}
