import type { LoaderFunctionArgs } from '@remix-run/node'
import { anyone } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Prose, ProseHead } from '#app/ui/prose.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = translator((await anyone(request)).locale)
  return { title: t('about.privacy.title'), description: t('about.privacy.lead') }
}

const chapters = ['kept', 'place', 'streets', 'photos', 'ledger', 'cookies', 'mail', 'rights', 'who'] as const

export default function Privacy() {
  return (
    <>
      <ProseHead title="about.privacy.title" lead="about.privacy.lead" />
      {chapters.map((chapter) => (
        <Prose key={chapter} title={`about.privacy.${chapter}.title`} text={`about.privacy.${chapter}.text`} />
      ))}
    </>
  )
}
