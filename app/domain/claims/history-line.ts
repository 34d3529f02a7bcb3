export type HistoryLine = {
  at: string
  about: 'listing' | 'claim' | 'pickup'
  kind: string
  /** The claim it is about, for whoever may open it. */
  claim_id: string | null
  /** Whose claim; null where the reader is not to know. */
  who: string | null
  /** Who did it; null where the clock did, or the reader is not to know. */
  by: string | null
  /** The door it came through: web, api, job, script. */
  via: string
  quantity: number | null
  details: string
}
