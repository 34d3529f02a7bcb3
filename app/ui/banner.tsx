import type { ReactNode } from 'react'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'
import './banner.css'

type Props = { tone?: 'turn' | 'done' | 'fail'; icon?: IconName; role?: 'status' | 'alert'; children: ReactNode }

const icons = { turn: 'hand', done: 'package-check', fail: 'triangle-alert' } as const

/** Something that stays said: your turn, done, it failed, no signal. */
export function Banner({ tone, icon, role, children }: Props) {
  return (
    <div className="banner" data-tone={tone} role={role}>
      <Icon name={icon ?? (tone ? icons[tone] : 'info')} />
      <div>{children}</div>
    </div>
  )
}
