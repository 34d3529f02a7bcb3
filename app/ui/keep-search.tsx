import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { searchQuery } from '#app/domain/discovery/search-href.ts'
import { ButtonLink } from './button.tsx'
import { useT } from './use-t.tsx'

/** Leads from a question to being told of what answers it. Nothing asked, nothing to keep. */
export function KeepSearch({ ask }: { ask: SearchAsk }) {
  const { t } = useT()
  const question = searchQuery(ask, { sort: undefined })
  if (question === '') return null
  return (
    <p>
      <ButtonLink icon="bell" size="s" to={`/searches/new?${question}`}>
        {t('searches.keepFor')}
      </ButtonLink>
    </p>
  )
}
