import { Link } from '@remix-run/react'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'
import { Week, type WeekDay } from './week.tsx'

type Props = {
  label: string
  days: readonly WeekDay[]
  chosen: string
  before: string
  after: string
  /** The way back to today, where that is another day. */
  today?: string | undefined
}

/** A week of links, and the ways to the weeks beside it. */
export function WeekPager({ label, days, chosen, before, after, today }: Props) {
  const { t } = useT()
  return (
    <div>
      <Week label={label} days={days} chosen={chosen} />
      <div className="row row--apart tiny">
        <Link className="touch" to={before} preventScrollReset>
          <Icon name="arrow-left" />
          {t('board.week.before')}
        </Link>
        {today ? (
          <Link className="touch" to={today} preventScrollReset>
            {t('board.week.today')}
          </Link>
        ) : null}
        <Link className="touch" to={after} preventScrollReset>
          {t('board.week.after')}
          <Icon name="arrow-right" />
        </Link>
      </div>
    </div>
  )
}
