import { z } from 'zod'

/** An address as it is stored: trimmed, in lower case. */
export const Email = z
  .string({ error: 'errors.required' })
  .trim()
  .toLowerCase()
  .min(1, 'errors.required')
  .max(254, 'errors.email')
  .regex(/^[^\s@,;<>]+@[^\s@,;<>.]+(\.[^\s@,;<>.]+)+$/, 'errors.email')

/** A form with nothing but an address in it. */
export const EmailAsk = z.object({ email: Email })
