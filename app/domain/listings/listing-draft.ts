import type { ListingRow } from '#db/schema/listings.ts'

/** The pages of the form, in their order. */
export const draftSteps = ['material', 'measures', 'pickup', 'confirm'] as const
export type DraftStep = (typeof draftSteps)[number]

export function isDraftStep(text: string | null | undefined): text is DraftStep {
  return draftSteps.some((step) => step === text)
}

export function stepAfter(step: DraftStep): DraftStep {
  return draftSteps[draftSteps.indexOf(step) + 1] ?? 'confirm'
}

/** What a step of the form may change on a lot. */
export type DraftChanges = Partial<
  Pick<
    ListingRow,
    | 'title'
    | 'description'
    | 'material_key'
    | 'unit'
    | 'total'
    | 'piece_length_mm'
    | 'piece_width_mm'
    | 'piece_thickness_mm'
    | 'condition'
    | 'available_from'
    | 'must_go_by'
    | 'floor'
    | 'has_lift'
    | 'van_access'
    | 'help_to_load'
    | 'allocation_rule'
    | 'reserved_until'
    | 'min_claim'
  >
>

export type Typed = Readonly<Record<string, string>>

/** A step as far as it could be read: what is right is kept, and what is wrong says why beside its field. */
export type StepReading = { changes: DraftChanges; errors: Record<string, string> }

export const titleLength = 80
export const descriptionLength = 1000

/** What a lot still needs before others may see it, each with the step where it is asked. */
export type Missing = 'photo' | 'title' | 'material' | 'quantity' | 'place'

export const stepOf = {
  photo: 'material',
  title: 'material',
  material: 'material',
  quantity: 'material',
  place: 'pickup',
} as const satisfies Record<Missing, DraftStep>

type Facts = Pick<ListingRow, 'title' | 'material_key' | 'place_id'> & { photos: number; quantity_given: boolean }

export function missingOf(draft: Facts): Missing[] {
  const have: Record<Missing, boolean> = {
    photo: draft.photos > 0,
    title: draft.title !== '',
    material: draft.material_key !== null,
    quantity: draft.quantity_given,
    place: draft.place_id !== null,
  }
  return (Object.keys(have) as Missing[]).filter((what) => !have[what])
}
