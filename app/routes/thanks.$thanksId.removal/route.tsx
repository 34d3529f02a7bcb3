import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { removeThanks } from '#app/domain/handovers/remove-thanks.server.ts'
import { findThanks } from '#app/domain/handovers/thanks.read.server.ts'
import { asThanksNote } from '#app/domain/handovers/thanks.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { found } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Quotes } from '#app/ui/quotes.tsx'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const note = found(await findThanks(db, params['thanksId'] ?? ''))
  const { text, name, may_remove } = asThanksNote(note, member, now)
  if (!may_remove) throw redirect(`/members/${note.to_id}`)
  const { handover_id } = note
  return { title: translator(locale).t('thanks.removal.title'), text, by: name, handover_id }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const outcome = await write(db, (trx) => removeThanks(trx, act, params['thanksId'] ?? ''))
  if (isRefusal(outcome)) return redirectSaying('/', `thanks.refusals.${outcome.refused}`, { tone: 'fail' })
  return redirectSaying(`/handovers/${outcome.handover_id}`, 'thanks.removal.done')
}

export default function ThanksRemoval() {
  const { t } = useT()
  const { title, text, by, handover_id } = useLoaderData<typeof loader>()
  return (
    <AskPage
      title={title}
      lead={t('thanks.removal.lead')}
      submit={t('thanks.removal.submit')}
      danger
      keep={{ to: `/handovers/${handover_id}`, label: t('thanks.removal.keep') }}
    >
      <Quotes quotes={[{ key: 'note', text, by }]} />
    </AskPage>
  )
}
