import type { CSSProperties, ReactNode } from 'react'
import './drawing.css'

type Props = { length: number; width: number; children: ReactNode }

/** Outlines in millimetres, to scale. The words beside it say the same. */
export function Drawing({ length, width, children }: Props) {
  const ratio = { '--ratio': Number((length / width).toFixed(3)) } as CSSProperties
  return (
    <svg className="to-scale" viewBox={`0 0 ${length} ${width}`} style={ratio} aria-hidden="true">
      {children}
    </svg>
  )
}
