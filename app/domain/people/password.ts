import { z } from 'zod'

export const shortestPassword = 10

/** Long enough, and not among those that are tried first. No rule about signs and capitals: they make people write passwords down. */
export const NewPassword = z
  .string({ error: 'errors.required' })
  .min(1, 'errors.required')
  .min(shortestPassword, 'people.errors.password-short')
  .max(200, 'people.errors.password-long')
  .refine((password) => !isCommon(password), 'people.errors.password-common')

/** True for what a thief would try first: the well-known ones, one letter repeated, a run of the keyboard. */
export function isCommon(password: string) {
  const plain = password.toLowerCase()
  return (
    common.has(plain) ||
    common.has(withoutEnding(plain)) ||
    new Set(plain).size < 4 ||
    runs.some((run) => run.includes(plain))
  )
}

const withoutEnding = (password: string) => password.replace(/[\d!?.*]+$/, '')

const runs = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhn',
]

const common = new Set(
  `password passwordpassword password1password qwerty qwertyuiop qwertyqwerty iloveyou iloveyouiloveyou letmein letmeinplease
  administrator welcome welcomewelcome changeme changemeplease secret secretsecret football baseball superman princess
  sunshine dragon monkey master starwars trustno1 asdfghjkl zxcvbnm 1q2w3e4r5t internet computer whatever
  ciao ciaociao ciaociaociao amoremio tiamo tiamotanto juventus forzajuve forzaroma forzamilan forzainter forzanapoli
  francesca francesco alessandro alessandra giuseppe valentina benvenuto segreto segretissimo passaparola lapassword
  lamiapassword andrea stellina cucciola cucciolo pippo pippopippo napoli milano roma italia rimessa rimessarimessa officinezero`.split(
    /\s+/,
  ),
)

export const CurrentPasswordAsk = z.object({
  current_password: z
    .string({ error: 'errors.required' })
    .min(1, 'errors.required')
    .max(200, 'people.errors.password-long'),
})

export const PasswordAsk = CurrentPasswordAsk.extend({ password: NewPassword })
