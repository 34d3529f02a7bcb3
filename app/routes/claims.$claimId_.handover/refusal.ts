/** Why a handover was not written down, but for what is said beside a field. */
export type Refusal =
  | 'no-such-claim'
  | 'not-yours'
  | 'both-sides'
  | 'already-recorded'
  | 'claim-not-open'
  | 'more-than-held'
  | 'too-many-wrong-codes'
  | 'no-proof'
  | 'no-code-there'
  | 'key-of-another'
  | 'not-yet'
  | 'before-promise'
