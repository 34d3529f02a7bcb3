import { z } from 'zod'
import { isPhrase, messageLimits } from './message.ts'

/** What a form says of a message, photos left out. A phrase takes the place of the text. */
export const MessageAsk = z.object({
  text: z
    .string()
    .optional()
    .transform((text = '') => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= messageLimits.text, { message: `errors.too-long?max=${messageLimits.text}` }),
  phrase: z
    .string()
    .optional()
    .transform((phrase) => phrase || undefined)
    .refine((phrase) => phrase === undefined || isPhrase(phrase), { message: 'errors.invalid' }),
  /** Made where the message was written: what is sent twice is kept once. */
  key: z.string().min(8).max(64),
  /** '1' when the writer was warned and sends it all the same. */
  is_sure: z
    .string()
    .optional()
    .transform((sure) => sure === '1'),
})

export type MessageAsk = z.infer<typeof MessageAsk>
