/** Why a figure was wrong. A code, never free text: the ledger is public and for ever. */
export const correctionReasons = [
  'weighed_later',
  'wrong_unit',
  'wrong_item',
  'not_collected',
  'duplicate',
  'fraud',
  'method_change',
] as const
export type CorrectionReason = (typeof correctionReasons)[number]
