import type { LoaderFunctionArgs } from '@remix-run/node'
import { anyone } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Grade } from '#app/ui/grade.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Prose, ProseHead } from '#app/ui/prose.tsx'
import { Table } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = translator((await anyone(request)).locale)
  return { title: t('about.weighing.title'), description: t('about.weighing.lead') }
}

const grades = ['A', 'B', 'C', 'D', 'E'] as const
const chapters = ['best', 'counted', 'range', 'chain', 'carbon'] as const

export default function Weighing() {
  const { t } = useT()
  return (
    <>
      <ProseHead title="about.weighing.title" lead="about.weighing.lead" />
      <section className="stack stack--s">
        <h2 className="head-s">{t('about.weighing.grades')}</h2>
        <Table
          caption={t('about.weighing.grades')}
          cards
          rows={grades}
          keyOf={(grade) => grade}
          columns={[
            { key: 'grade', head: t('about.weighing.grade'), cell: (grade) => <Lettered grade={grade} /> },
            { key: 'meaning', head: t('about.weighing.meaning'), cell: (grade) => t(`about.weighing.text.${grade}`) },
            { key: 'band', head: t('about.weighing.band'), cell: (grade) => t(`about.weighing.bands.${grade}`) },
          ]}
        />
      </section>
      {chapters.map((chapter) => (
        <Prose key={chapter} title={`about.weighing.${chapter}.title`} text={`about.weighing.${chapter}.text`} />
      ))}
      <div className="row row--buttons">
        <ButtonLink to="/exports/mass-ledger.csv" reloadDocument icon="download">
          {t('about.weighing.export')}
        </ButtonLink>
        <ButtonLink kind="plain" to="/about/licences">
          {t('about.weighing.sources')}
        </ButtonLink>
      </div>
    </>
  )
}

function Lettered({ grade }: { grade: (typeof grades)[number] }) {
  const { t } = useT()
  return (
    <span className="row row--top">
      <Grade grade={grade} />
      {t(`parts.grade.short.${grade}`)}
    </span>
  )
}
