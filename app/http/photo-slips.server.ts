import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { PhotoFacts } from '#app/domain/listings/photo.ts'

const Facts = z.object({ hash: z.string(), width: z.number(), height: z.number(), thumbhash: z.string() })

/** A signed note for a photo that is on the server already but belongs to nothing yet. Good for its uploader alone. */
export function slipFor(memberId: string, { hash, width, height, thumbhash }: PhotoFacts) {
  const facts = Buffer.from(JSON.stringify({ hash, width, height, thumbhash })).toString('base64url')
  return `${facts}.${signature(memberId, facts)}`
}

/** The photo of a slip, or undefined when it is not one of ours. */
export function photoOfSlip(memberId: string, slip: string): PhotoFacts | undefined {
  const [facts = '', signed = ''] = slip.split('.')
  const right = Buffer.from(signature(memberId, facts))
  const given = Buffer.from(signed)
  if (right.length !== given.length || !timingSafeEqual(right, given)) return undefined
  return Facts.parse(JSON.parse(Buffer.from(facts, 'base64url').toString()))
}

function signature(memberId: string, facts: string) {
  const secret = process.env['SESSION_SECRET'] ?? 'development only'
  return createHmac('sha256', secret).update(`photo ${memberId} ${facts}`).digest('base64url')
}
