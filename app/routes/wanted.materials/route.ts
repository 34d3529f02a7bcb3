import type { LoaderFunctionArgs } from '@remix-run/node'
import { node, searchNodes } from '#app/domain/listings/wanted-material.ts'
import { anyone } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Option } from '#app/ui/combobox.tsx'

/** What the material box of a wanted post offers while somebody types: branches first, the catch-all last. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await anyone(request)
  const { t } = translator(locale)
  const found = searchNodes(new URL(request.url).searchParams.get('q') ?? '', locale, 7)
  const options: Option[] = found.map(({ key, name, hatch }) => ({
    value: key,
    label: name[locale],
    note: t(`posting.families.${hatch}`),
    mat: hatch,
  }))
  const other = node('other.mixed')
  if (other && !found.includes(other))
    options.push({ value: other.key, label: other.name[locale], note: t('parts.combobox.none'), mat: other.hatch })
  return Response.json({ options })
}
