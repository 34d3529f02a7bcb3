import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WeekFields } from '#app/ui/week-fields.tsx'

type Words = Readonly<Record<string, string>>

export function Week({ typed, errors }: { typed: Words; errors: Words }) {
  const { t } = useT()
  return (
    <>
      <WeekFields typed={typed} errors={errors} />
      <div className="row row--buttons">
        <Submit kind="next">{t('hubRooms.hours.save')}</Submit>
      </div>
    </>
  )
}
