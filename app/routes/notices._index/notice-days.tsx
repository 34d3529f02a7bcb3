import { Link } from '@remix-run/react'
import type { Topic } from '#app/domain/notifications/topic.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { IconName } from '#app/ui/icon-name.ts'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { NoticeDay, SaidNotice } from './said.server.ts'
import './notice-list.css'

const icons: Record<Topic, IconName> = {
  turn: 'hand',
  pickups: 'calendar-check',
  messages: 'mail',
  claims: 'inbox',
  handovers: 'package-check',
  listings: 'list',
  matches: 'search',
  searches: 'bell',
  thanks: 'users',
}

/** One list for each day; what is unread stands on the sheet, behind a bar. */
export function NoticeDays({ days }: { days: readonly NoticeDay[] }) {
  return days.map(({ day, name, notices }) => (
    <section key={day} className="stack stack--s">
      <Title>{name}</Title>
      <ol className="notices">
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ol>
    </section>
  ))
}

function NoticeLine({ notice: { id, topic, sentence, written_at, is_new } }: { notice: SaidNotice }) {
  const { t, format } = useT()
  return (
    <li data-new={is_new ? '' : undefined}>
      <Icon name={icons[topic]} />
      <div>
        <Link to={`/notices/${id}`}>{sentence}</Link>
        <span className="tiny soft">
          {is_new ? <b>{t('notices.new')} · </b> : null}
          {t(`notices.topics.${topic}.name`)}, <time dateTime={written_at}>{format.time(written_at)}</time>
        </span>
      </div>
    </li>
  )
}
