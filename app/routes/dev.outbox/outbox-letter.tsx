import { useT } from '#app/ui/use-t.tsx'
import './outbox-letter.css'

type Props = {
  letter: {
    to: string
    at: string
    locale: string
    subject: string
    text: string
    href: string
    label: string
    calendar: boolean
  }
}

export function OutboxLetter({ letter }: Props) {
  const { t, format } = useT()
  return (
    <article className="letter sheet stack stack--s">
      <h2 className="head-s" lang={letter.locale}>
        {letter.subject}
      </h2>
      <p className="tiny soft">
        {t('people.outbox.to')} {letter.to} · <time dateTime={letter.at}>{format.dateTime(letter.at)}</time>
      </p>
      <p className="text" lang={letter.locale}>
        {letter.text}
      </p>
      {letter.calendar ? <p className="tiny soft">{t('people.outbox.calendar')}</p> : null}
      <p>
        <a href={letter.href} lang={letter.locale}>
          {letter.label}
        </a>
      </p>
    </article>
  )
}
