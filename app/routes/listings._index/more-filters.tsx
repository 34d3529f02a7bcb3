import { Form } from '@remix-run/react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { conditions, searchQuery } from '#app/domain/discovery/search-href.ts'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/choices.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BrowsePage } from './browse-page.server.ts'
import { KeptFields } from './kept-fields.tsx'
import { Panel } from './panel.tsx'

type Props = { ask: SearchAsk; facets: BrowsePage['facets'] }

const changed = ['condition', 'quantity', 'weighed', 'open', 'at_hub'] as const

/** The filters that fewer people need. */
export function MoreFilters({ ask, facets }: Props) {
  const { t, format } = useT()
  const howMany = (key: string) => facets.conditions.find((condition) => condition.key === key)?.lots ?? 0
  return (
    <Panel key={searchQuery(ask)} title={t('browse.more')} on={changed.filter((name) => ask[name]).length}>
      <Form action="/listings" className="stack">
        <KeptFields ask={ask} changed={changed} />
        <div className="halves">
          <Select name="condition" label={t('browse.condition')} defaultValue={ask.condition ?? ''}>
            <option value="">{t('browse.conditions.any')}</option>
            {conditions.map((key) => (
              <option key={key} value={key}>
                {`${t(`browse.conditions.${key}`)} (${format.number(howMany(key))})`}
              </option>
            ))}
          </Select>
          <TextField
            name="quantity"
            label={t('browse.pieces')}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={ask.quantity}
          />
        </div>
        <Check
          name="weighed"
          label={`${t('browse.weighed')} (${format.number(facets.weighed)})`}
          note={t('browse.weighedNote')}
          checked={ask.weighed === '1'}
        />
        <Check name="open" label={t('browse.open')} note={t('browse.openNote')} checked={ask.open === '1'} />
        <Check
          name="at_hub"
          label={`${t('browse.at_hub')} (${format.number(facets.at_hub)})`}
          note={t('browse.at_hubNote')}
          checked={ask.at_hub === '1'}
        />
        <Button kind="solid">{t('browse.show')}</Button>
      </Form>
    </Panel>
  )
}
