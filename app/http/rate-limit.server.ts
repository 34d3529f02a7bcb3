import { type AppLoadContext, data } from '@remix-run/node'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const quarter = 15 * 60
const hour = 60 * 60

/** Tries within a time. Kept in this process: after a restart everyone starts anew. */
const limits = {
  'sign-in': {
    of_one: new RateLimiterMemory({ points: 5, duration: quarter }),
    of_all: new RateLimiterMemory({ points: 60, duration: quarter }),
  },
  letter: {
    of_one: new RateLimiterMemory({ points: 3, duration: hour }),
    of_all: new RateLimiterMemory({ points: 30, duration: hour }),
  },
}

type Doing = { what: keyof typeof limits; email: string; context: AppLoadContext }

/** Counts one try for this address from this network. The instant to try again when there were too many. */
export async function tooMany({ what, email, context }: Doing): Promise<string | undefined> {
  const caller = callerOf(context)
  const waits = await Promise.all([wait(limits[what].of_one, `${email} ${caller}`), wait(limits[what].of_all, caller)])
  const longest = Math.max(...waits)
  return longest > 0 ? new Date(Date.now() + longest).toISOString() : undefined
}

/** Forgets the tries of someone who got it right. */
export async function forgiven({ what, email, context }: Doing) {
  await limits[what].of_one.delete(`${email} ${callerOf(context)}`)
}

/** 429, with the instant to try again and what was typed. */
export function limited(again_at: string, typed: Record<string, string>) {
  const seconds = Math.ceil((Date.parse(again_at) - Date.now()) / 1000)
  return data(
    { refused: 'too-many-tries' as const, again_at, typed },
    { status: 429, headers: { 'Retry-After': String(seconds) } },
  )
}

function callerOf({ address }: AppLoadContext) {
  return address ?? 'somewhere'
}

function wait(limiter: RateLimiterMemory, key: string): Promise<number> {
  return limiter.consume(key).then(
    () => 0,
    (refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1)
      throw refusal
    },
  )
}
