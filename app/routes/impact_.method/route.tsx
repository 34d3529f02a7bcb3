import type { LoaderFunctionArgs } from '@remix-run/node'
import { ledgerColumns } from '#app/domain/handovers/ledger-entry.ts'
import { anyone } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Prose, ProseHead } from '#app/ui/prose.tsx'
import { Table } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { byHand } from './by-hand.ts'
import './method.css'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = translator((await anyone(request)).locale)
  return { title: t('impact.method.title'), description: t('impact.method.lead') }
}

export default function Method() {
  const { t } = useT()
  return (
    <div className="page page--narrow page--top stack stack--l">
      <ProseHead title="impact.method.title" lead="impact.method.lead" />
      <Prose title="impact.method.count.title" text="impact.method.count.text" />
      <Prose title="impact.method.range.title" text="impact.method.range.text" />
      <section className="stack stack--s" id="chain">
        <h2 className="head-s">{t('impact.method.chain.title')}</h2>
        <p>{t('impact.method.chain.text')}</p>
        <pre className="by-hand" tabIndex={0}>
          <code>{byHand}</code>
        </pre>
      </section>
      <section className="stack stack--s">
        <h2 className="head-s">{t('impact.method.columns')}</h2>
        <Table
          caption={t('impact.method.columns')}
          rows={ledgerColumns}
          keyOf={(column) => column}
          columns={[
            { key: 'column', head: t('impact.method.column'), cell: (column) => <code>{column}</code> },
            { key: 'meaning', head: t('impact.method.meaning'), cell: (column) => t(`impact.method.means.${column}`) },
          ]}
        />
      </section>
      <div className="row row--buttons">
        <ButtonLink to="/exports/mass-ledger.csv" reloadDocument icon="download">
          {t('impact.register.download')}
        </ButtonLink>
      </div>
    </div>
  )
}
