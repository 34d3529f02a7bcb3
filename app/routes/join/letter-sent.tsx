import { Link } from '@remix-run/react'
import { Entrance } from '#app/ui/entrance.tsx'
import { useT } from '#app/ui/use-t.tsx'

/** The same page whether the address was known or not: only its owner learns more, from the letter. */
export function LetterSent({ to }: { to: string }) {
  const { t } = useT()
  return (
    <Entrance title={t('people.join.sentTitle')} lead={t('people.join.sent', { email: to })}>
      <p>
        <Link to="/verify">{t('people.join.notArrived')}</Link>
      </p>
    </Entrance>
  )
}
