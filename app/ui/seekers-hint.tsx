import { Banner } from './banner.tsx'
import { useT } from './use-t.tsx'

/** How many people near the donor look for what they are posting. Nobody's name: they are told once it is public. */
export function SeekersHint({ count }: { count: number }) {
  const { t } = useT()
  return (
    <div role="status">
      {count > 0 ? (
        <Banner icon="users">
          <b>{t('wanted.seekers.hint', { count })}</b> {t('wanted.seekers.hintMore')}
        </Banner>
      ) : null}
    </div>
  )
}
