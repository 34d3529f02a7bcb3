import { useT } from './use-t.tsx'

const doors = ['web', 'api', 'job', 'script'] as const

/** Who did it and through which door; what the clock did, nobody did. */
export function EventDoor({ name, via }: { name: string | null; via: string }) {
  const { t } = useT()
  const door = t(`histories.doors.${doors.find((each) => each === via) ?? 'web'}`)
  return <span className="tiny soft">{name ? t('histories.by', { name, door }) : door}</span>
}
