import type { HatchName } from './hatch.tsx'
import { Hatch } from './hatch.tsx'
import './tag.css'

/** The warehouse tag: only for a lot's material or a lot itself. */
export function Tag({ mat, children }: { mat: HatchName; children: string }) {
  return (
    <span className="tag">
      <Hatch mat={mat} />
      <span>{children}</span>
    </span>
  )
}
