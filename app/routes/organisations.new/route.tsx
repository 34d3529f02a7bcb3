import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { OrganisationAsk } from '#app/domain/people/organisation.ts'
import { registerOrganisation } from '#app/domain/people/register-organisation.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { OrganisationFields } from '#app/ui/organisation-fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await signedIn(request)
  return { title: translator(locale).t('people.organisation.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, OrganisationAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const outcome = await write(db, (trx) => registerOrganisation(trx, act, ask.value))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  return redirectSaying('/account', 'people.organisation.done')
}

export default function NewOrganisation() {
  const reply = useActionData<typeof action>()
  const { t } = useT()
  const { errors, refused, typed }: Reply = reply ?? {}
  return (
    <AskPage
      title={t('people.organisation.title')}
      lead={t('people.organisation.lead')}
      refusal={refused && t(`people.refusals.${refused}`)}
      submit={t('people.organisation.submit')}
      keep={{ to: '/account', label: t('people.account.title') }}
    >
      <OrganisationFields typed={typed ?? {}} errors={errors ?? {}} />
    </AskPage>
  )
}

type Reply = { errors?: Record<string, string>; refused?: 'vat-number-taken'; typed?: Record<string, string> }
