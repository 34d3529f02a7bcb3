import { useT } from '#app/ui/use-t.tsx'
import type { AskPage } from './ask-page.server.ts'

/** What happens after the button, so that nobody has to wonder. */
export function AskNext({ rule }: Pick<AskPage, 'rule'>) {
  const { t, format } = useT()
  return (
    <section className="sheet stack stack--s">
      <h2 className="head-s">{t('claims.form.next.title')}</h2>
      <ol className="points points--numbered">
        <li>
          {t(`claims.form.next.${rule.now}`, { when: rule.closes_at ? format.dateTime(rule.closes_at) : '' })}{' '}
          {rule.asking > 0 ? t('listings.lot.asking', { count: rule.asking }) : null}
        </li>
        <li>{t('claims.form.next.offer')}</li>
        <li>{t('claims.form.next.silence')}</li>
      </ol>
    </section>
  )
}
