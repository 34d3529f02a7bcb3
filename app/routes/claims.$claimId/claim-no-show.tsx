import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Quotes } from '#app/ui/quotes.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

type NoShow = NonNullable<ClaimPage['no_show']>

/** A missed pickup: what was said about it, where it stands, and the step that is yours. */
export function ClaimNoShow({ noShow }: { noShow: NoShow }) {
  const { t } = useT()
  const { id, note, contest_note, decision_note, reporter, state, may } = noShow
  const said = [
    { key: 'note', text: note, by: reporter },
    { key: 'answer', text: contest_note, by: t('noShows.banner.answered') },
    { key: 'decision', text: decision_note, by: t('noShows.banner.decided') },
  ].filter(({ text }) => text !== '')
  const isMine = noShow.is_mine && state === 'reported'
  return (
    <section className="stack">
      <Banner tone={may.contest || may.decide ? 'turn' : state === 'struck' ? 'done' : 'fail'}>
        <Where noShow={noShow} isMine={isMine} />
      </Banner>
      {said.length > 0 ? <Quotes quotes={said} /> : null}
      {may.contest || may.decide ? (
        <div className="row row--buttons">
          <ButtonLink
            kind={may.decide ? 'next' : 'border'}
            to={`/no-shows/${id}/${may.decide ? 'decision' : 'contest'}`}
          >
            {t(may.decide ? 'noShows.banner.decide' : 'noShows.banner.contest')}
          </ButtonLink>
        </div>
      ) : null}
    </section>
  )
}

function Where({ noShow: { state, starts_at, contest_by }, isMine }: { noShow: NoShow; isMine: boolean }) {
  const { t, format } = useT()
  const when = format.dateTime(starts_at)
  const until = format.dateTime(contest_by)
  const follows = {
    reported: t(isMine ? 'noShows.banner.mineUntil' : 'noShows.banner.reportedUntil', { until }),
    contested: t('noShows.banner.contestedLead'),
    stands: t('noShows.banner.standsLead'),
    struck: t('noShows.banner.struckLead'),
  }
  return (
    <>
      <b>{t(`noShows.banner.${isMine ? 'mine' : state}`, { when })}</b>
      <p>{follows[state]}</p>
    </>
  )
}
