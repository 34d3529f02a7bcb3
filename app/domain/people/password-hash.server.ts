import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes: OWASP's smallest recommendation. Takes a tenth of a second: never inside `write()`. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string) {
  return hash(password, cost)
}

/** Takes as long for an address nobody has as for a wrong password. */
export async function isPassword(passwordHash: string | null | undefined, password: string) {
  const stored = passwordHash ?? (await (nobody ??= hashPassword('the hash that no password opens')))
  return (await verify(stored, password)) && passwordHash != null
}

let nobody: Promise<string> | undefined
