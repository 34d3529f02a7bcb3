import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'

export type Slip = {
  id: string
  name: string
  question: string
  words: string
  rhythm: 'at_once' | 'daily' | 'paused'
  answers: number
  told_at: string | null
}

export function SearchSlip({ search }: { search: Slip }) {
  const { t, format } = useT()
  const { id, name, words, rhythm, answers, told_at } = search
  const found = told_at
    ? t('searches.answers', { count: answers, when: format.day(told_at) })
    : t('searches.answersNone')
  return (
    <li className="stack stack--s" data-search={id}>
      <h2 className="head-s">
        <Link to={`/searches/${id}`}>{name}</Link>
      </h2>
      {words === name ? null : <p className="break">{words}</p>}
      <p className="tiny soft">
        <b>{t(`searches.rhythms.${rhythm}`)}</b>. {found}
      </p>
      <div className="row">
        <ButtonLink size="s" icon="search" to={`/listings?${search.question}`}>
          {t('searches.look')}
        </ButtonLink>
        <ButtonLink size="s" icon="pencil" to={`/searches/${id}`} aria-label={t('searches.openNamed', { name })}>
          {t('searches.open')}
        </ButtonLink>
      </div>
    </li>
  )
}
