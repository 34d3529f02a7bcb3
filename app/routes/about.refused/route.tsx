import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { anyone } from '#app/http/context.server.ts'
import { refused } from '#app/i18n/it/refused.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ProseHead } from '#app/ui/prose.tsx'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta

type Block = keyof typeof refused.blocks

export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = translator((await anyone(request)).locale)
  const blocks = Object.keys(refused.blocks) as Block[]
  return { title: t('refused.title'), description: t('refused.lead'), blocks }
}

export default function Refused() {
  const { blocks } = useLoaderData<typeof loader>()
  return (
    <>
      <ProseHead title="refused.title" lead="refused.lead" />
      <div className="halves">
        {blocks.map((block) => (
          <RefusedBlock key={block} block={block} />
        ))}
      </div>
    </>
  )
}

function RefusedBlock({ block }: { block: Block }) {
  const { t } = useT()
  return (
    <section className="stack stack--s" id={block}>
      <h2 className="head-s">{t(`refused.blocks.${block}.name`)}</h2>
      <p>{t(`refused.blocks.${block}.why`)}</p>
      <p>
        <b>{t('refused.instead')}:</b> {t(`refused.blocks.${block}.instead`)}
      </p>
    </section>
  )
}
