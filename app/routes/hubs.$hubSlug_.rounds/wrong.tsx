import type { StopViolation, VehicleViolation } from '#app/domain/pickups/rounds/outcome.ts'
import { useT } from '#app/ui/use-t.tsx'

/** What is wrong with a stop or a vehicle's day, in words and with how much. */
export function Wrong({ wrong }: { wrong: readonly (StopViolation | VehicleViolation)[] }) {
  const { t, format } = useT()
  return (
    <>
      {wrong.map((one) => {
        const by = 'by' in one ? one.by : 0
        const values = {
          time: format.duration(Math.ceil(by / 60)),
          mass: format.kilograms(by),
          volume: format.quantity(Math.ceil(by), 'dm3'),
          size: format.quantity(by, 'mm'),
        }
        return (
          <p key={one.what} className="tiny wrong">
            {t(`rounds.wrong.${one.what}`, values)}
          </p>
        )
      })}
    </>
  )
}
