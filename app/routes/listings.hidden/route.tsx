import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { asLot } from '#app/domain/discovery/lot.ts'
import { hiddenLots } from '#app/domain/discovery/marks.read.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import './hidden.css'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const rows = await hiddenLots(db, member)
  return { title: translator(locale).t('browse.hidden.title'), lots: rows.map((row) => asLot(row, { locale, now })) }
}

export default function Hidden() {
  const { t } = useT()
  const { title, lots } = useLoaderData<typeof loader>()
  const back = <ButtonLink to="/listings">{t('browse.hidden.back')}</ButtonLink>
  return (
    <div className="page page--top page--narrow stack stack--l">
      <div className="stack">
        <h1>{title}</h1>
        {lots.length > 0 ? <p className="lead">{t('browse.hidden.lead')}</p> : null}
      </div>
      {lots.length === 0 ? (
        <Empty heading="h2" title={t('browse.hidden.none')} action={back}>
          {t('browse.hidden.noneText')}
        </Empty>
      ) : (
        <Form method="post" className="stack" preventScrollReset>
          <input type="hidden" name="to" value="/listings/hidden" />
          {lots.map((lot) => (
            <LotCard key={lot.id} lot={lot} variant="row" heading="h2">
              <div className="bring-back">
                <Button size="s" icon="undo-2" formAction={`/listings/${lot.id}/hiding/removal`}>
                  {t('browse.hidden.undo')}
                  <span className="visually-hidden">: {lot.title}</span>
                </Button>
              </div>
            </LotCard>
          ))}
        </Form>
      )}
    </div>
  )
}
