import { Link } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { pageOf } from '#app/ui/posting-pages.ts'
import { useT } from '#app/ui/use-t.tsx'

type Props = { drafts: readonly { id: string; title: string; revised_at: string }[] }

/** The way back to drafts that were begun and left. */
export function BegunDrafts({ drafts }: Props) {
  const { t, format } = useT()
  if (drafts.length === 0) return null
  return (
    <Banner icon="pencil">
      <b>{t('posting.drafts.title')}</b>
      <ul>
        {drafts.slice(0, 3).map(({ id, title, revised_at }) => (
          <li key={id}>
            <Link className="touch" to={pageOf(id, 'material')}>
              {title || t('posting.drafts.untitled', { when: format.dateTime(revised_at) })}
            </Link>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
