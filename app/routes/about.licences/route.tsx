import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { anyone } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Prose, ProseHead } from '#app/ui/prose.tsx'
import { Table } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'
import packages from './licences.json'
import type { Work } from './works.ts'
import { works } from './works.ts'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { t, locale } = translator((await anyone(request)).locale)
  return {
    title: t('about.licences.title'),
    description: t('about.licences.lead'),
    packages,
    works: works.map(({ what, ...work }) => ({ ...work, what: what[locale] })),
  }
}

export default function Licences() {
  const { packages } = useLoaderData<typeof loader>()
  const { t } = useT()
  return (
    <>
      <ProseHead title="about.licences.title" lead="about.licences.lead" />
      <Works />
      <Prose title="about.licences.odd" text="about.licences.oddText" />
      <section className="stack stack--s">
        <h2 className="head-s">{t('about.licences.code', { count: packages.length })}</h2>
        <p className="soft">{t('about.licences.made')}</p>
        <Table
          caption={t('about.licences.code', { count: packages.length })}
          rows={packages}
          keyOf={({ name, version }) => `${name}@${version}`}
          columns={[
            { key: 'name', head: t('about.licences.name'), cell: ({ name }) => <span className="break">{name}</span> },
            { key: 'version', head: t('about.licences.version'), cell: ({ version }) => version },
            { key: 'licence', head: t('about.licences.licence'), cell: ({ licence }) => licence },
            {
              key: 'use',
              head: t('about.licences.use'),
              cell: ({ use }) => t(`about.licences.${use === 'running' ? 'running' : 'building'}`),
            },
          ]}
        />
      </section>
    </>
  )
}

type ShownWork = Omit<Work, 'what'> & { what: string }

function Works() {
  const { works } = useLoaderData<{ works: ShownWork[] }>()
  const { t } = useT()
  return (
    <section className="stack stack--s">
      <h2 className="head-s">{t('about.licences.data')}</h2>
      <Table
        caption={t('about.licences.data')}
        cards
        rows={works}
        keyOf={({ name }) => name}
        columns={[
          {
            key: 'name',
            head: t('about.licences.name'),
            cell: ({ name, by }) => (
              <>
                <b>{name}</b>
                <br />
                <span className="soft">{by}</span>
              </>
            ),
          },
          { key: 'what', head: t('about.licences.what'), cell: ({ what }) => what },
          {
            key: 'licence',
            head: t('about.licences.licence'),
            cell: ({ licence, line }) => (
              <>
                {licence}
                {line ? (
                  <>
                    <br />
                    <span className="soft" lang="en">
                      {line}
                    </span>
                  </>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
