import type { Key } from '#app/i18n/catalogue.ts'

type Refusal = Extract<Key, `stock.refusals.${string}`> extends `stock.refusals.${infer Reason}` ? Reason : never

/** What a page of the stock gets back: sentences beside fields, or why not, with what was typed. */
export type StockReply =
  | { errors?: Record<string, string>; refused?: Refusal; typed: Record<string, string> }
  | undefined
