import { z } from 'zod'

export const longestThanks = 500

export const ThanksAsk = z.object({
  text: z.string().trim().min(3, 'errors.required').max(longestThanks, `errors.too-long?max=${longestThanks}`),
})
export type ThanksAsk = z.infer<typeof ThanksAsk>
