import { z } from 'zod'
import { MemberName } from './join-ask.ts'

export const ProfileAsk = z.object({
  name: MemberName,
  about: z.string().trim().max(400, 'errors.too-long?max=400').default(''),
  locale: z.enum(['it', 'en'], { error: 'errors.choose' }),
})
export type ProfileAsk = z.infer<typeof ProfileAsk>
