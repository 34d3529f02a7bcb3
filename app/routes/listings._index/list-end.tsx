import { Link } from '@remix-run/react'
import { useT } from '#app/ui/use-t.tsx'
import type { BrowsePage } from './browse-page.server.ts'
import { TellMe } from './tell-me.tsx'

/** Who has not found it: be told, look for it aloud, or look among what was hidden. */
export function ListEnd({ page: { ask, hidden } }: { page: BrowsePage }) {
  const { t } = useT()
  return (
    <p className="row tiny">
      <TellMe ask={ask}>{t('browse.tellMeMore')}</TellMe>
      <Link className="touch" to="/wanted/new">
        {t('wanted.quiet')}
      </Link>
      {hidden > 0 ? (
        <Link className="touch" to="/listings/hidden">
          {t('browse.hidden.count', { count: hidden })}
        </Link>
      ) : null}
    </p>
  )
}
