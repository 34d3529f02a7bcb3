import type { ReactNode } from 'react'
import { useT } from '#app/ui/use-t.tsx'

type Props = {
  name: keyof typeof hints
  count?: number
  children: ReactNode
}

const hints = {
  day: 'board.day.legend',
  overdue: 'board.overdue.hint',
  contested: 'board.contested.hint',
  undated: 'board.undated.hint',
  unanswered: 'board.unanswered.hint',
  due: 'board.due.hint',
  review: 'board.review.hint',
  risk: undefined,
  rounds: undefined,
  calendar: 'board.calendar.hint',
  map: undefined,
} as const

/** A part of the board: what it is, how many, and one line that says why it is here. */
export function BoardSection({ name, count = 0, children }: Props) {
  const { t } = useT()
  const hint = hints[name]
  return (
    <section className="stack stack--s" id={name}>
      <div className="title">
        <h2 className="head-s">
          {t(`board.${name}.title`)}
          {count > 0 ? <span className="soft board-count">{count}</span> : null}
        </h2>
        {hint && count > 0 ? <span className="label">{t(hint)}</span> : null}
      </div>
      {children}
    </section>
  )
}

type NothingProps = { name: 'day' | 'undated' | 'unanswered' | 'due' | 'review' }

/** One line instead of a table: a board with nothing to do should look calm, not broken. */
export function Nothing({ name }: NothingProps) {
  const { t } = useT()
  return (
    <p className="soft">
      <b>{t(`board.${name}.emptyTitle`)}.</b> {t(`board.${name}.empty`)}
    </p>
  )
}
