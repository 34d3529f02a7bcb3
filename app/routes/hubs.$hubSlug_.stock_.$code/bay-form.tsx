import { Form } from '@remix-run/react'
import { Select } from '#app/ui/field.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { LotPage } from './lot-page.server.ts'

export function BayForm({ page, here }: { page: LotPage; here: string }) {
  const { t } = useT()
  const { lot, bays } = page
  return (
    <Form method="post" action={`${here}/bay`} className="stack" key={lot.bay_id}>
      <Select name="bay" label={t('stock.lot.bay')} defaultValue={lot.bay_id ?? ''}>
        <option value="">{t('stock.noBay')}</option>
        {bays.map(({ id, code, about }) => (
          <option key={id} value={id}>
            {about === '' ? code : `${code} · ${about}`}
          </option>
        ))}
      </Select>
      <div className="row row--buttons">
        <Submit>{t('stock.lot.put')}</Submit>
      </div>
    </Form>
  )
}
