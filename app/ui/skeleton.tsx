import { useT } from './use-t.tsx'
import './skeleton.css'

/** The shape of a lot that is on its way: same size, so that nothing jumps. */
export function LotSkeleton() {
  const { t } = useT()
  return (
    <div className="stack stack--s" role="status" aria-busy="true">
      <span className="visually-hidden">{t('parts.loading')}</span>
      <div className="bone bone--photo" />
      <div className="bone bone--title" />
      <div className="bone" />
    </div>
  )
}
