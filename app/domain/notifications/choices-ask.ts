import { z } from 'zod'
import { mailChoices, type Topic, topics } from './topic.ts'

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notices.errors.time')
const Hour = z
  .string()
  .regex(/^(never|\d|1\d|2[0-3])$/, 'errors.choose')
  .transform((text) => (text === 'never' ? null : Number(text)))
const Mail = z.enum(mailChoices, { error: 'errors.choose' })

const fields = Object.fromEntries(
  topics.flatMap((topic) => [
    [`${topic}_mail`, Mail],
    [`${topic}_push`, z.literal('1').optional()],
  ]),
) as Record<`${Topic}_mail`, typeof Mail> & Record<`${Topic}_push`, z.ZodOptional<z.ZodLiteral<'1'>>>

/** The settings screen as it is sent: a mail choice and a push box for every topic, the digest's hour, quiet hours. */
export const ChoicesAsk = z.object({ ...fields, digest_hour: Hour, quiet_from: Time, quiet_to: Time })
export type ChoicesAsk = z.infer<typeof ChoicesAsk>
