import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Banner } from './banner.tsx'
import { Tabs } from './tabs.tsx'
import { useT } from './use-t.tsx'
import './hub-room.css'

type Refusal = 'not-yours' | 'in-the-past' | 'no-such-vehicle' | 'no-such-bay' | 'calls-off'
export type RoomReply =
  | { errors?: Record<string, string>; refused?: Refusal; booked?: number; yes?: string; typed: Record<string, string> }
  | undefined

type Lead = 'slots' | 'collections' | 'hours' | 'closures' | 'vehicles' | 'bays' | 'area' | 'materials'

type Props = {
  hub: { slug: string; name: string }
  title: string
  lead: Lead
  reply?: RoomReply
  children: ReactNode
}

const rooms = ['slots', 'collections', 'hours', 'closures', 'vehicles', 'bays', 'materials', 'area'] as const

/** One room behind a hub's public page, with the doors to the others. */
export function HubRoom({ hub, title, lead, reply, children }: Props) {
  const { t } = useT()
  const tabs = rooms.map((room) => ({ to: `/hubs/${hub.slug}/${room}`, label: t(`hubRooms.tabs.${room}`) }))
  return (
    <div className="page page--top stack stack--l">
      <div className="stack stack--s">
        <p className="label">
          <Link to={`/hubs/${hub.slug}`}>{hub.name}</Link> · <Link to="/calendars">{t('hubRooms.calendar')}</Link>
        </p>
        <h1>{title}</h1>
        <p className="lead">{t(leadOf(lead))}</p>
      </div>
      <Tabs label={t('hubRooms.rooms')} tabs={tabs} />
      {reply?.refused ? (
        <Banner tone="fail" role="alert">
          {t(`hubRooms.refusals.${reply.refused}`, { count: reply.booked ?? 0 })}
        </Banner>
      ) : null}
      {children}
    </div>
  )
}

function leadOf(lead: Lead) {
  if (lead === 'slots') return 'slots.room.lead'
  return lead === 'collections' ? 'collections.lead' : (`hubRooms.${lead}.lead` as const)
}
