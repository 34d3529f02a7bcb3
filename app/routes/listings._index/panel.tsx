import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import './panel.css'

type Props = { title: string; on?: number; open?: boolean; children: ReactNode }

/** A chip that opens onto a form. The browser opens it, with or without a script. */
export function Panel({ title, on = 0, open = false, children }: Props) {
  return (
    <details className="panel" open={open}>
      <summary className="chip">
        <Icon name="plus" />
        {title}
        {on > 0 ? <span className="n">{on}</span> : null}
      </summary>
      <div className="sheet">{children}</div>
    </details>
  )
}
