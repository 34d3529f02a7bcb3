import { ButtonLink } from '#app/ui/button.tsx'
import { ThanksNotes } from '#app/ui/thanks-notes.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HandoverPage } from './handover-page.server.ts'

/** What the two said to each other, and an invitation to whoever has not. */
export function HandoverThanks({ page }: { page: HandoverPage }) {
  const { t } = useT()
  const { thanks, may, handover } = page
  if (thanks.length === 0 && may.thank === undefined) return null
  return (
    <section className="stack">
      <div className="title">
        <h2 className="head-s">{t('thanks.title')}</h2>
      </div>
      {thanks.length > 0 ? <ThanksNotes notes={thanks} /> : null}
      {may.thank ? (
        <div className="stack stack--s">
          <p>
            <b>{t('thanks.invite', { name: page[may.thank] })}</b> {t('thanks.inviteLead')}
          </p>
          <div className="row row--buttons">
            <ButtonLink to={`/handovers/${handover.id}/thanks`}>{t('thanks.write')}</ButtonLink>
          </div>
        </div>
      ) : null}
    </section>
  )
}
