import { lazy, Suspense, useState } from 'react'
import { type Corner, readCorners, writeCorners } from '#app/domain/hubs/corners.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WhenSeen } from '#app/ui/when-seen.tsx'
import '#app/ui/map.css'
import './area.css'

const CornersMap = lazy(() => import('./corners-map.tsx'))

type Words = Readonly<Record<string, string>>
type Props = { centre: [number, number]; typed: Words; errors: Words }

/** A radius, an area by its corners, or nothing. The map only writes into the list of corners. */
export function AreaForm({ centre, typed, errors }: Props) {
  const { t } = useT()
  const [text, setText] = useState(typed['corners'] ?? '')
  const corners = readCorners(text) ?? []
  const set = (next: readonly Corner[]) => setText(writeCorners(next))
  return (
    <>
      <Choices
        name="area"
        legend={t('hubRooms.area.how')}
        chosen={typed['area']}
        error={errors['area']}
        choices={(['radius', 'drawn', 'none'] as const).map((value) => ({
          value,
          label: t(`hubRooms.area.${value}`),
          note: t(`hubRooms.area.${value}Note`),
        }))}
      />
      <UnitField
        name="radius"
        label={t('hubRooms.area.km')}
        unit="km"
        defaultValue={typed['radius']}
        error={errors['radius']}
      />
      <TextArea
        name="corners"
        rows={5}
        label={t('hubRooms.area.corners')}
        hint={t('hubRooms.area.cornersHint')}
        optional
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        error={errors['corners']}
      />
      <div className="stack stack--s" data-scripted="">
        <WhenSeen className="map area-map" label={t('hubRooms.area.map')}>
          <Suspense>
            <CornersMap centre={centre} corners={corners} onCorners={set} />
          </Suspense>
        </WhenSeen>
        <div className="row">
          <Button type="button" size="s" onClick={() => set(corners.slice(0, -1))}>
            {t('hubRooms.area.removeLast')}
          </Button>
          <Button type="button" size="s" kind="plain" onClick={() => set([])}>
            {t('hubRooms.area.clear')}
          </Button>
          <span className="tiny soft" role="status">
            {t('hubRooms.area.count', { count: corners.length })}
          </span>
        </div>
      </div>
      <div className="row row--buttons">
        <Submit kind="next">{t('hubRooms.area.save')}</Submit>
      </div>
    </>
  )
}
