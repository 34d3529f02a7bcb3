import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { StockPage } from './stock-page.server.ts'

/** By code or title, and by bay, each with the kilograms that lie there. */
export function StockSearch({ page }: { page: StockPage }) {
  const { t, format } = useT()
  const { ask, bays, by_bay } = page
  const grams = (id: string | null) => by_bay.find((bay) => bay.id === id)?.grams ?? 0
  const said = (words: string, id: string | null) => `${words} · ${format.kilograms(grams(id), 'C')}`
  return (
    <Form method="get" className="stack" role="search">
      <TextField name="q" label={t('stock.search')} hint={t('stock.searchHint')} defaultValue={ask.q} optional />
      <Select name="bay" label={t('stock.bay')} defaultValue={ask.bay}>
        <option value="">{t('stock.anyBay')}</option>
        <option value="none">{said(t('stock.noBay'), null)}</option>
        {bays.map(({ id, code }) => (
          <option key={id} value={id}>
            {said(code, id)}
          </option>
        ))}
      </Select>
      <div className="row row--buttons">
        <Button icon="search">{t('stock.find')}</Button>
      </div>
    </Form>
  )
}
