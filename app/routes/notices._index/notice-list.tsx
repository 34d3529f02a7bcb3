import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { NoticeDays } from './notice-days.tsx'
import type { NoticeDay } from './said.server.ts'

type Props = {
  days: readonly NoticeDay[]
  newest_id?: string | undefined
  is_any_new: boolean
  older?: string | undefined
  is_first: boolean
}

export function NoticeList({ days, newest_id, is_any_new, older, is_first }: Props) {
  const { t } = useT()
  return (
    <div className="page page--narrow page--top">
      <div className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t('notices.title')}</h1>
          <p className="soft">{t('notices.lead')}</p>
          <div className="row row--apart">
            <Link to="/account/notices">{t('notices.choose')}</Link>
            <Link to="/searches">{t('searches.mine')}</Link>
            {is_any_new ? <SeeAll newest={newest_id} /> : null}
          </div>
        </div>
        {days.length > 0 ? <NoticeDays days={days} /> : null}
        {days.length === 0 ? (
          <Empty
            title={t('notices.empty')}
            heading="h2"
            action={<ButtonLink to="/listings">{t('notices.emptyNext')}</ButtonLink>}
          />
        ) : null}
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

function SeeAll({ newest }: { newest: string | undefined }) {
  const { t } = useT()
  return (
    <Form method="post" action="/notices/reading">
      <Button size="s" name="newest_id" value={newest} icon="check">
        {t('notices.seeAll')}
      </Button>
    </Form>
  )
}
