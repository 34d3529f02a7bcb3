/** Written as JSON in the history of whoever was passed over: what was free then, and why it was not for them. */
export type PassedOver = {
  why: 'minimum-too-high' | 'reserved' | 'over-quota'
  free: number
  minimum: number
  until: string | null
  /** The claim that was served instead. */
  favoured_id: string
}
