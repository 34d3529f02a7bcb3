import type { WantedOnCard } from '#app/domain/discovery/wanted.ts'
import { useT } from './use-t.tsx'

type Sizes = Pick<WantedOnCard, 'length_mm' | 'width_mm' | 'thickness_mm'>

/** «almeno 1.200 × 200 × 18 mm», or side by side when only some are asked for; nothing when none is. */
export function useLeastSize() {
  const { t, format } = useT()
  return ({ length_mm, width_mm, thickness_mm }: Sizes) => {
    if (length_mm !== null && width_mm !== null)
      return t('wanted.card.atLeast', { size: format.size(length_mm, width_mm, thickness_mm) })
    const sides = { length: length_mm, width: width_mm, thickness: thickness_mm }
    return (Object.keys(sides) as (keyof typeof sides)[])
      .flatMap((side) => (sides[side] === null ? [] : [t(`wanted.card.${side}`, { size: format.size(sides[side]) })]))
      .join(', ')
  }
}
