import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import './toast.css'

/** What has just been done and can be undone; the undo is its child, a form of its own. */
export function Toast({ children, undo }: { children: ReactNode; undo?: ReactNode }) {
  return (
    <div className="toast" role="status">
      <Icon name="check" />
      {children}
      {undo}
    </div>
  )
}
