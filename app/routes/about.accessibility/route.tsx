import type { LoaderFunctionArgs } from '@remix-run/node'
import { anyone } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Prose, ProseHead, ProseList } from '#app/ui/prose.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = translator((await anyone(request)).locale)
  return { title: t('about.accessibility.title'), description: t('about.accessibility.lead') }
}

const done = ['one', 'two', 'three', 'four', 'five', 'six'] as const
const missing = ['one', 'two', 'three'] as const

export default function Accessibility() {
  return (
    <>
      <ProseHead title="about.accessibility.title" lead="about.accessibility.lead" />
      <ProseList
        title="about.accessibility.do.title"
        items={done.map((point) => `about.accessibility.do.${point}` as const)}
      />
      <ProseList
        title="about.accessibility.limits.title"
        items={missing.map((point) => `about.accessibility.limits.${point}` as const)}
      />
      <Prose title="about.accessibility.tell.title" text="about.accessibility.tell.text" />
    </>
  )
}
