import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/use-t.tsx'
import './notice-list.css'

type Notice = { id: string; sentence: string; path: string; written_at: string; is_new: boolean }
type Props = { notices: readonly Notice[]; older?: string | undefined; is_first: boolean }

export function NoticeList({ notices, older, is_first }: Props) {
  const { t } = useT()
  const newest = notices[0]
  return (
    <div className="page page--narrow page--top">
      <div className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t('notices.title')}</h1>
          <p className="soft">{t('notices.lead')}</p>
        </div>
        {newest && notices.some(({ is_new }) => is_new) ? (
          <Form method="post" action="/notices/reading">
            <Button name="newest_id" value={newest.id} icon="check">
              {t('notices.seeAll')}
            </Button>
          </Form>
        ) : null}
        {newest ? (
          <Lines notices={notices} />
        ) : (
          <Empty
            title={t('notices.empty')}
            heading="h2"
            action={<ButtonLink to="/listings">{t('notices.emptyNext')}</ButtonLink>}
          />
        )}
        <nav className="row row--apart" aria-label={t('parts.pager.label')}>
          {is_first ? <span /> : <Link to="/notices">{t('notices.newest')}</Link>}
          {older ? (
            <Link to={`/notices?before=${older}`} rel="next">
              {t('notices.older')}
            </Link>
          ) : null}
        </nav>
      </div>
    </div>
  )
}

function Lines({ notices }: { notices: readonly Notice[] }) {
  const { t, format } = useT()
  return (
    <ol className="notices">
      {notices.map(({ id, sentence, path, written_at, is_new }) => (
        <li key={id} data-new={is_new ? '' : undefined}>
          <Link to={path}>{sentence}</Link>
          <span className="tiny soft">
            {is_new ? <b>{t('notices.new')} · </b> : null}
            <time dateTime={written_at}>{format.dateTime(written_at)}</time>
          </span>
        </li>
      ))}
    </ol>
  )
}
