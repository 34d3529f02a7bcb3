import { Link } from '@remix-run/react'
import type { LotOnCard } from '#app/domain/discovery/lot.ts'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { searchHref } from '#app/domain/discovery/search-href.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { useT } from '#app/ui/use-t.tsx'
import '#app/ui/pager.css'

type Props = { ask: SearchAsk; lots: readonly LotOnCard[]; next: string | undefined }

export function LotList({ ask, lots, next }: Props) {
  const { t } = useT()
  if (lots.length === 0) {
    return (
      <Empty
        heading="h2"
        title={t('listings.empty.title')}
        mat="wood"
        action={<ButtonLink to="/listings">{t('listings.empty.action')}</ButtonLink>}
      >
        {t('listings.empty.text')} <Link to="/wanted/new">{t('wanted.quiet')}</Link>
      </Empty>
    )
  }
  return (
    <>
      {lots.map((lot, at) => (
        <LotCard key={lot.id} lot={lot} variant="row" heading="h2" eager={at < 3} />
      ))}
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
      <p className="tiny">
        <Link className="touch" to="/wanted/new">
          {t('wanted.quiet')}
        </Link>
      </p>
    </>
  )
}
