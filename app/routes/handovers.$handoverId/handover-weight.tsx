import { Link } from '@remix-run/react'
import { Figure } from '#app/ui/figure.tsx'
import { Grade } from '#app/ui/grade.tsx'
import { Photo } from '#app/ui/photo.tsx'
import { Range } from '#app/ui/range.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HandoverPage } from './handover-page.server.ts'

/** The kilograms that count, or will: how we know, between what and what, and the picture of the scale. */
export function HandoverWeight({ page: { weight, handover, entry } }: { page: HandoverPage }) {
  const { t, format } = useT()
  if (weight.low_g === null || weight.typ_g === null || weight.high_g === null) {
    return <p>{t('handovers.page.noWeight')}</p>
  }
  const { value, unit } = format.mass(weight.typ_g, weight.grade)
  return (
    <section className="stack">
      <div className="title">
        <h2 className="head-s">{t('handovers.page.weight')}</h2>
      </div>
      <div className="row">
        <Figure value={value} unit={unit} size="l" />
        <Grade grade={weight.grade} />
      </div>
      <Range low={weight.low_g} typ={weight.typ_g} high={weight.high_g} grade={weight.grade} />
      {weight.from_lot && handover.state !== 'confirmed' ? (
        <p className="tiny soft">{t('handovers.page.fromLot')}</p>
      ) : null}
      {weight.photo_hash ? (
        <Photo
          photo={{ hash: weight.photo_hash, alt: t('handovers.page.photoAlt') }}
          sizes="(min-width: 46rem) 46rem, 100vw"
        />
      ) : null}
      {entry ? <Entry entry={entry} /> : null}
    </section>
  )
}

function Entry({ entry }: { entry: NonNullable<HandoverPage['entry']> }) {
  const { t } = useT()
  return (
    <div className="stack stack--s">
      <p>
        <b>{t(entry.is_stock ? 'handovers.page.countedStock' : 'handovers.page.counted')}</b>
      </p>
      <p className="tiny soft break">
        {t('handovers.page.entry', { seq: entry.seq, hash: entry.hash.slice(0, 16) })}.{' '}
        <Link to="/impact">{t('handovers.page.accounts')}</Link>
      </p>
    </div>
  )
}
