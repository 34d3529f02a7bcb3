import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { type InStock, StockRow } from '#app/ui/stock-row.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Lot = InStock & { is_counted: boolean; sent_key: string }
type Page = {
  title: string
  hub: { slug: string; name: string }
  bay: string | null
  bays: readonly { id: string; code: string }[]
  count_id?: string | undefined
  lots: readonly Lot[]
}

/** Lot by lot: right, or different. What is done is kept at once, so that one can stop anywhere. */
export function Inventory({ page }: { page: Page }) {
  const { t } = useT()
  const { hub, lots, count_id } = page
  const done = lots.filter(({ is_counted }) => is_counted).length
  return (
    <div className="page page--top stack stack--l">
      <div className="stack stack--s">
        <p className="label">
          <Link to={`/hubs/${hub.slug}/stock`}>{t('stock.title')}</Link> · {hub.name}
        </p>
        <h1>{page.title}</h1>
        <p className="lead">{t('stock.inventory.lead')}</p>
      </div>
      <WhichBay page={page} />
      {lots.length === 0 ? <p className="soft">{t('stock.inventory.nothing')}</p> : null}
      {count_id === undefined && lots.length > 0 ? (
        <Form method="post">
          <Submit kind="next">{t('stock.inventory.start')}</Submit>
        </Form>
      ) : null}
      {count_id === undefined ? null : (
        <>
          <p role="status">{t('stock.inventory.progress', { done, total: lots.length })}</p>
          <ul className="stock-rows">
            {lots.map((lot) => (
              <CountRow key={lot.code} lot={lot} slug={hub.slug} count_id={count_id} />
            ))}
          </ul>
          <Form method="post" action={`/hubs/${hub.slug}/inventory/end`}>
            <input type="hidden" name="count_id" value={count_id} />
            <Submit kind={done === lots.length ? 'next' : 'border'}>{t('stock.inventory.end')}</Submit>
          </Form>
        </>
      )}
    </div>
  )
}

function WhichBay({ page }: { page: Page }) {
  const { t } = useT()
  if (page.bays.length === 0) return null
  return (
    <Form method="get" className="stack stack--s" key={page.bay}>
      <Select name="bay" label={t('stock.bay')} defaultValue={page.bay ?? ''}>
        <option value="">{t('stock.anyBay')}</option>
        {page.bays.map(({ id, code }) => (
          <option key={id} value={id}>
            {code}
          </option>
        ))}
      </Select>
      <div className="row row--buttons">
        <Button>{t('stock.find')}</Button>
      </div>
    </Form>
  )
}

function CountRow({ lot, slug, count_id }: { lot: Lot; slug: string; count_id: string }) {
  const { t } = useT()
  const here = `/hubs/${slug}/stock/${lot.code}`
  return (
    <StockRow lot={lot} to={here}>
      <div className="row">
        {lot.is_counted ? <span className="label">{t('stock.inventory.done')}</span> : null}
        <Form method="post" action={`${here}/count`} preventScrollReset>
          <input type="hidden" name="as_written" value="1" />
          <input type="hidden" name="count_id" value={count_id} />
          <input type="hidden" name="key" value={lot.sent_key} />
          <Button size="s" aria-label={t('stock.inventory.rightOf', { code: lot.code })}>
            {t('stock.inventory.right')}
          </Button>
        </Form>
        <ButtonLink
          size="s"
          to={`${here}/count?count=${count_id}`}
          aria-label={t('stock.inventory.otherOf', { code: lot.code })}
        >
          {t('stock.inventory.other')}
        </ButtonLink>
      </div>
    </StockRow>
  )
}
