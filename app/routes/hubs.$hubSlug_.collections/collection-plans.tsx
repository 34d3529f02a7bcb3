import { spanWords } from '#app/i18n/opening-words.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { CollectionsPage } from './collections-page.server.ts'

type Plan = CollectionsPage['plans'][number]

/** What goes on until somebody ends it. */
export function CollectionPlans({ hub, plans }: Pick<CollectionsPage, 'hub' | 'plans'>) {
  const spoken = useT()
  const { t, format } = spoken
  if (plans.length === 0) return null
  return (
    <section className="stack">
      <Title>{t('collections.plans')}</Title>
      <ul className="kept">
        {plans.map((plan) => {
          const when = `${rhythmWords(spoken, plan)}, ${spanWords(spoken, plan)}`
          const what = t('collections.line', { when, name: plan.organisation_name })
          return (
            <li key={plan.id}>
              <div>
                <b>{what}</b>
                <p className="soft">
                  {plan.has_place
                    ? t(plan.is_assumed ? 'collections.assumed' : 'collections.usually', loadWords(spoken, plan.load))
                    : t('collections.noPlace', { name: plan.organisation_name })}
                </p>
                {plan.starts_on ? (
                  <p className="soft">{t('collections.from', { day: format.day(plan.starts_on, { year: true }) })}</p>
                ) : null}
                {plan.ends_on ? (
                  <p className="soft">{t('collections.until', { day: format.day(plan.ends_on, { year: true }) })}</p>
                ) : null}
              </div>
              <ButtonLink
                size="s"
                kind="plain"
                to={`/hubs/${hub.slug}/collections/${plan.id}/end`}
                aria-label={t('collections.endOf', { what })}
              >
                {t('collections.end')}
              </ButtonLink>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export function loadWords({ format }: Pick<ReturnType<typeof useT>, 'format'>, { grams, dm3 }: Plan['load']) {
  return { mass: format.kilograms(grams, 'C'), volume: format.quantity(dm3, 'dm3') }
}

function rhythmWords({ t, locale }: ReturnType<typeof useT>, { rhythm, weekday, nth }: Plan) {
  const named = t(`hubRooms.days.${weekday}`)
  const day = locale === 'it' ? named.toLowerCase() : named
  if (rhythm !== 'monthly') return t(`collections.every.${rhythm}`, { day })
  const nths = weekday === 'sun' ? 'nthsSunday' : 'nths'
  return t('collections.every.monthly', { day, nth: t(`collections.${nths}.${nthOf(nth)}`) })
}

const nthOf = (nth: number | null) => ordinals.find((each) => Number(each) === nth) ?? '1'
const ordinals = ['1', '2', '3', '4', '5'] as const
