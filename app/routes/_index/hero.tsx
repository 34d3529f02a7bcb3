import { Link } from '@remix-run/react'
import { Photo } from '#app/ui/photo.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Ticket } from '#app/ui/ticket.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HomePage } from './home-page.server.ts'

export function Hero({ lot }: { lot: HomePage['hero'] }) {
  const { t } = useT()
  return (
    <section className="hero">
      <div className="say">
        <h1>{t('home.title')}</h1>
        <p className="lead">{t('home.lead')}</p>
        <SearchBox
          label={t('home.search.label')}
          placeholder={t('home.search.placeholder')}
          submit={t('home.search.submit')}
        />
        <p>
          <Link to="/listings/new">{t('home.give.link')}</Link>
          {t('home.give.rest')}
          <br />
          <Link to="/wanted">{t('home.want.link')}</Link>
          {t('home.want.rest')}
        </p>
      </div>
      {lot?.photo ? (
        <div className="see">
          <Photo photo={lot.photo} sizes="(min-width: 60rem) 46vw, 100vw" eager />
          <Ticket lot={lot} label={t('home.lot', { code: lot.code ?? '', area: lot.area })} />
        </div>
      ) : null}
    </section>
  )
}
