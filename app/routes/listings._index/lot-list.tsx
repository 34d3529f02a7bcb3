import { Form, Link } from '@remix-run/react'
import { searchHref } from '#app/domain/discovery/search-href.ts'
import { Icon } from '#app/ui/icon.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BrowsePage, LotInList } from './browse-page.server.ts'
import { FitNote } from './fit-note.tsx'
import { ListEnd } from './list-end.tsx'
import '#app/ui/pager.css'
import './marks.css'

type Props = { page: BrowsePage }

const hiding = 'hide-a-lot'

export function LotList({ page }: Props) {
  const { t } = useT()
  const { ask, lots, next, is_member } = page
  return (
    <>
      {lots.map((lot, at) => (
        <LotCard key={lot.id} lot={lot} variant="row" heading="h2" eager={at < 3}>
          {lot.fit ? <FitNote fit={lot.fit} /> : null}
          {is_member ? <Marks lot={lot} /> : null}
        </LotCard>
      ))}
      {is_member ? (
        <Form method="post" id={hiding} preventScrollReset>
          <input type="hidden" name="to" value={searchHref(ask, { after: ask.after })} />
        </Form>
      ) : null}
      {next || ask.after ? (
        <nav className="pager" aria-label={t('parts.pager.label')}>
          {ask.after ? <Link to={searchHref(ask)}>{t('listings.start')}</Link> : <span />}
          {next ? (
            <Link to={searchHref(ask, { after: next })} rel="next">
              {t('listings.next')}
              <Icon name="arrow-right" />
            </Link>
          ) : null}
        </nav>
      ) : null}
      <ListEnd page={page} />
    </>
  )
}

/** One form serves every row: the button says which lot. */
function Marks({ lot }: { lot: LotInList }) {
  const { t } = useT()
  return (
    <div className="marks">
      {lot.seen ? (
        <span>
          <Icon name="eye" /> {t('browse.seen')}
        </span>
      ) : null}
      <button
        type="submit"
        form={hiding}
        formAction={`/listings/${lot.id}/hiding`}
        aria-label={t('browse.hideNamed', { title: lot.title })}
      >
        {t('browse.hide')}
      </button>
    </div>
  )
}
