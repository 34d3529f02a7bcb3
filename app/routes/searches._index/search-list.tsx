import { Link } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { SearchSlip, type Slip } from './search-slip.tsx'
import './searches.css'

type Props = { searches: readonly Slip[]; is_muted: boolean }

/** Every question somebody keeps, in words, with how and when it answered. */
export function SearchList({ searches, is_muted }: Props) {
  const { t } = useT()
  return (
    <div className="page page--narrow page--top">
      <div className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t('searches.title')}</h1>
          <p className="lead">{t('searches.lead')}</p>
          <p>
            <Link to="/account/notices">{t('searches.ways')}</Link>
          </p>
        </div>
        {is_muted && searches.length > 0 ? <Banner>{t('searches.muted')}</Banner> : null}
        {searches.length > 0 ? (
          <ul className="searches">
            {searches.map((search) => (
              <SearchSlip key={search.id} search={search} />
            ))}
          </ul>
        ) : (
          <Empty
            title={t('searches.empty')}
            heading="h2"
            action={<ButtonLink to="/listings">{t('searches.emptyNext')}</ButtonLink>}
          >
            {t('searches.emptyText')}
          </Empty>
        )}
      </div>
    </div>
  )
}
