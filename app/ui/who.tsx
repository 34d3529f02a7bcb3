import type { OrganisationKind } from '#app/domain/people/organisation.ts'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'
import './who.css'

export type WhoKind = OrganisationKind | 'member' | 'hub'

const icons: Record<WhoKind, IconName> = {
  member: 'user',
  company: 'factory',
  association: 'users',
  workshop: 'wrench',
  school: 'school',
  public_body: 'landmark',
  hub: 'warehouse',
}

/** Who gives or asks, and roughly where. */
export function Who({ kind, name, area }: { kind: WhoKind; name: string; area?: string | null | undefined }) {
  const { t } = useT()
  return (
    <span className="org">
      <Icon name={icons[kind]} />
      <span className="visually-hidden">{`${t(`parts.who.${kind}`)}: `}</span>
      {area ? `${name}, ${area}` : name}
    </span>
  )
}
