import type { ReviewReason } from './material.ts'

/** Why a coordinator looks at a lot before others see it. */
export type LookReason = ReviewReason | 'new-donor'

type Facts = {
  material: { review?: ReviewReason | undefined } | undefined
  /** Lots of this donor, or of the organisation they give for, that were public before. */
  published_before: number
  /** Coordinators know the rules: their own first lot is not looked at. */
  is_staff: boolean
  review_new_donors: boolean
}

/** Nothing: it goes live at once. What is hazardous is looked at whoever gives it. */
export function reasonsToLook({ material, published_before, is_staff, review_new_donors }: Facts): LookReason[] {
  const isNew = review_new_donors && !is_staff && published_before === 0
  return [...(material?.review ? [material.review] : []), ...(isNew ? (['new-donor'] as const) : [])]
}
