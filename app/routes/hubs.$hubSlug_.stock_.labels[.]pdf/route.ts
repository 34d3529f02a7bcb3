import type { LoaderFunctionArgs } from '@remix-run/node'
import { stockLotsByCode, stockOfHub } from '#app/domain/hubs/stock.read.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { stockVisit } from '#app/http/stock.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { labelSheet } from './label-sheet.server.ts'

/** A sheet of labels: of the lots named by `code`, or of those that the list shows for `q` and `bay`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, hub, locale } = await stockVisit(await signedIn(request), params)
  const { searchParams, origin } = new URL(request.url)
  const codes = searchParams.getAll('code')
  const ask = { q: searchParams.get('q') ?? '', bay: searchParams.get('bay') ?? '' }
  const lots = codes.length > 0 ? await stockLotsByCode(db, hub.id, codes) : await stockOfHub(db, hub.id, ask)
  found(lots[0])
  const { t, format } = translator(locale)
  const labels = lots.map(({ code, title, quantity, unit, grams, grade, bay_code }) => {
    const weight = grade === 'E' || grams === 0 ? t('stock.unweighed') : `${format.kilograms(grams, grade)} (${grade})`
    return {
      code,
      title,
      url: new URL(`/hubs/${hub.slug}/stock/${code}`, process.env['ORIGIN'] ?? origin).href,
      amounts: unit === 'g' ? weight : `${format.quantity(quantity, unit)} · ${weight}`,
      where: `${bay_code ?? t('stock.noBay')} · ${hub.name}`,
    }
  })
  const pdf = await labelSheet({ title: `${t('stock.title')} ${hub.name}`, lang: locale, labels })
  const headers = {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${hub.slug}-labels.pdf"`,
  }
  return new Response(new Uint8Array(pdf), { headers: { ...headers, 'Cache-Control': 'private, no-store' } })
}
