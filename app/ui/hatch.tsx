import type { Hatch as HatchName } from '#app/domain/listings/material.ts'
import './hatch.css'

export type { Hatch as HatchName } from '#app/domain/listings/material.ts'

/** The material as a section hatch. The word stands beside it, or in the name of what holds it. */
export function Hatch({ mat }: { mat: HatchName }) {
  return <i className="hatch" data-mat={mat} aria-hidden="true" />
}
