import { z } from 'zod'
import { Email } from './email.ts'
import { OrganisationAsk } from './organisation.ts'
import { NewPassword } from './password.ts'

export const MemberName = z
  .string({ error: 'errors.required' })
  .trim()
  .min(1, 'errors.required')
  .max(80, 'errors.too-long?max=80')

const person = { email: Email, name: MemberName, password: NewPassword }

const Citizen = z.object({ ...person, for_organisation: z.undefined().optional() })
const Delegate = z.object({ ...person, for_organisation: z.literal('yes'), ...OrganisationAsk.shape })

/** Chosen by the box that was ticked, so that errors speak of the fields that were asked for. */
export function joinAskFor(form: FormData | URLSearchParams) {
  return form.get('for_organisation') === 'yes' ? Delegate : Citizen
}

export const FirstAdminAsk = z.object(person)
