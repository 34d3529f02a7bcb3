/** Apart from the schema that checks them, so that the browser gets the lists without zod. */
export const refusalReasons = ['needed-elsewhere', 'too-late', 'wrong-transport', 'not-available', 'other'] as const
export const cancellationReasons = ['changed-mind', 'no-van', 'too-late', 'not-available', 'other'] as const

/** What no person gives as a reason: time ran out, or the lot it was about is over. */
export const otherReasons = [
  'no-answer',
  'not-scheduled',
  'parent-ended',
  'withdrawn',
  'expired',
  'done',
  'removed',
  'refused',
] as const
