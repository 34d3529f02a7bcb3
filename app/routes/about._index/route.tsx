import type { LoaderFunctionArgs } from '@remix-run/node'
import { anyone } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Prose, ProseHead, ProseList } from '#app/ui/prose.tsx'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = translator((await anyone(request)).locale)
  return { title: t('about.how.title'), description: t('about.how.lead') }
}

const chapters = ['give', 'take', 'meet', 'count', 'hubs'] as const
const rules = ['one', 'two', 'three', 'four'] as const

export default function HowItWorks() {
  const { t } = useT()
  return (
    <>
      <ProseHead title="about.how.title" lead="about.how.lead" />
      {chapters.map((chapter) => (
        <Prose key={chapter} title={`about.how.${chapter}.title`} text={`about.how.${chapter}.text`} />
      ))}
      <ProseList title="about.how.rules.title" items={rules.map((rule) => `about.how.rules.${rule}` as const)} />
      <div className="row row--buttons">
        <ButtonLink kind="next" to="/listings/new" icon="plus">
          {t('about.how.offer')}
        </ButtonLink>
        <ButtonLink to="/listings" icon="search">
          {t('about.how.search')}
        </ButtonLink>
      </div>
    </>
  )
}
