import './hatch.css'

export const hatches = ['wood', 'metal', 'masonry', 'textile', 'electric', 'furniture', 'other'] as const
export type HatchName = (typeof hatches)[number]

/** The material as a section hatch. The word stands beside it, or in the name of what holds it. */
export function Hatch({ mat }: { mat: HatchName }) {
  return <i className="hatch" data-mat={mat} aria-hidden="true" />
}
