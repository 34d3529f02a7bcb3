import { Link } from '@remix-run/react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import type { WantedOnCard } from '#app/domain/discovery/wanted.ts'
import { wantedHref } from '#app/domain/discovery/wanted-href.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WantedCard } from '#app/ui/wanted-card.tsx'
import '#app/ui/pager.css'

type Props = { ask: SearchAsk; wanted: readonly WantedOnCard[]; next: string | undefined }

export function WantedList({ ask, wanted, next }: Props) {
  const { t, format } = useT()
  if (wanted.length === 0) {
    return (
      <Empty
        title={t('wanted.empty.title')}
        mat="wood"
        action={<ButtonLink to={`/wanted/new?material=${ask.material}`}>{t('wanted.write')}</ButtonLink>}
      >
        {t('wanted.empty.text')}
      </Empty>
    )
  }
  return (
    <>
      <div className="slips">
        {wanted.map((each) => (
          <WantedCard
            key={each.id}
            wanted={each}
            away={each.distance_m === undefined ? undefined : format.distance(each.distance_m)}
          />
        ))}
      </div>
      {next || ask.after ? (
        <nav className="pager" aria-label={t('parts.pager.label')}>
          {ask.after ? <Link to={wantedHref(ask)}>{t('wanted.start')}</Link> : <span />}
          {next ? (
            <Link to={wantedHref(ask, { after: next })} rel="next">
              {t('wanted.next')}
              <Icon name="arrow-right" />
            </Link>
          ) : null}
        </nav>
      ) : null}
    </>
  )
}
