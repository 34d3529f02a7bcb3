import { Link } from '@remix-run/react'
import type { Screening } from '#app/domain/listings/refuse-list.ts'
import { Banner } from './banner.tsx'
import { useT } from './use-t.tsx'

/** What gave it away, why it cannot pass here, and where it can go instead. */
export function RefusedMaterial({ screening }: { screening: Screening | null }) {
  const { t } = useT()
  if (!screening) return <div role="status" />
  const { block, words } = screening
  return (
    <div role="status">
      <Banner tone="fail">
        <b>{t('posting.refused.title', { name: t(`refused.blocks.${block}.name`) })}</b>{' '}
        {t(`refused.blocks.${block}.why`)} {t(`refused.blocks.${block}.instead`)}
        <br />
        {t('refused.found', { words })} {t('refused.mistaken')}{' '}
        <Link to="/about/refused">{t('posting.refused.more')}</Link>
      </Banner>
    </div>
  )
}
