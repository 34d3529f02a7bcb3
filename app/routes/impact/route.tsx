import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { anyone } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Categories } from './categories.tsx'
import { Grades } from './grades.tsx'
import { impactPage } from './impact-page.server.ts'
import { Months } from './months.tsx'
import { Places } from './places.tsx'
import { Register } from './register.tsx'
import { Top } from './top.tsx'
import { Uncounted } from './uncounted.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request)
  const { t } = translator(visit.locale)
  const year = Number(new URL(request.url).searchParams.get('year'))
  return { title: t('impact.title'), description: t('impact.description'), ...(await impactPage(visit, year)) }
}

export default function Impact() {
  const page = useLoaderData<typeof loader>()
  const isEmpty = page.total.handovers === 0
  return (
    <>
      <Top page={page} />
      <div className="page">
        {isEmpty ? null : (
          <>
            <Grades grades={page.grades} total={page.total.typ_g} />
            <Months months={page.months} today={page.today} />
            <section className="section halves">
              <Categories categories={page.categories} materials={page.materials} />
              <Places municipalities={page.municipalities} total={page.total} />
            </section>
          </>
        )}
        <Uncounted uncounted={page.uncounted} />
        <Register register={page.register} ever={page.ever} />
      </div>
    </>
  )
}
