import { Form, Link } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { RhythmChoices } from '#app/ui/rhythm-choices.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = {
  search: { id: string; name: string; question: string; rhythm: 'at_once' | 'daily' | 'paused' }
  words: string
  has_feed: boolean
  reply: { refused: 'not-yours' } | { errors: Record<string, string> } | undefined
}

/** One saved search: its question in words, its name, how soon it is told, its feed, and the way out. */
export function SearchPage({ search, words, has_feed, reply }: Props) {
  const { t } = useT()
  return (
    <div className="page page--narrow page--top">
      <div className="stack stack--l">
        <div className="stack stack--s">
          <Link to="/searches">{t('searches.page.back')}</Link>
          <h1 className="break">{search.name}</h1>
        </div>
        {reply && 'refused' in reply ? (
          <Banner tone="fail" role="alert">
            {t(`searches.refusals.${reply.refused}`)}
          </Banner>
        ) : null}
        <Question question={search.question} words={words} />
        <Form method="post" className="stack">
          <TextField name="name" label={t('searches.form.name')} required maxLength={80} defaultValue={search.name} />
          <RhythmChoices
            mayPause
            chosen={search.rhythm}
            error={reply && 'errors' in reply ? reply.errors['rhythm'] : undefined}
          />
          <div className="row row--buttons">
            <Button kind="next">{t('searches.page.save')}</Button>
            <ButtonLink kind="plain" to={`/searches/${search.id}/removal`}>
              {t('searches.page.remove')}
            </ButtonLink>
          </div>
        </Form>
        <section className="stack">
          <Title>{t('searches.feed.title')}</Title>
          <p className="soft">{t(has_feed ? 'searches.feed.renewLead' : 'searches.feed.lead')}</p>
          <p>
            <ButtonLink to={`/searches/${search.id}/feed`}>
              {t(has_feed ? 'searches.feed.renew' : 'searches.feed.make')}
            </ButtonLink>
          </p>
        </section>
      </div>
    </div>
  )
}

function Question({ question, words }: { question: string; words: string }) {
  const { t } = useT()
  return (
    <section className="stack stack--s">
      <Title to={`/listings?${question}`} link={t('searches.look')}>
        {t('searches.page.question')}
      </Title>
      <p className="break">{words}</p>
      <p className="tiny soft">
        <Link to={`/listings?${question}`}>{t('searches.page.change')}</Link>. {t('searches.page.changeHint')}
      </p>
    </section>
  )
}
