import { z } from 'zod'
import { numberMessage } from '../listings/quantity-message.ts'
import { readDecimal } from '../listings/quantity-reading.ts'
import { readCorners } from './corners.ts'

const kilometres = { decimals: 3, largest: 200_000, suffixes: { km: 3, m: 0 } }
const most = 60

/** How far the vehicles go: a radius, or the corners of a drawn area, one a line. Both empty: nothing is said. */
export const AreaAsk = z
  .object({
    area: z.enum(['radius', 'drawn', 'none'], { error: 'errors.choose' }),
    radius: z.string().default(''),
    corners: z.string().default(''),
  })
  .transform((ask, context) => {
    const fail = (path: 'radius' | 'corners', message: string) => {
      context.addIssue({ code: 'custom', path: [path], message })
      return z.NEVER
    }
    const nothing = { service_radius_m: null, service_area: '' }
    if (ask.area === 'none') return nothing
    if (ask.area === 'radius') {
      if (ask.radius.trim() === '') return fail('radius', 'errors.required')
      const read = readDecimal(ask.radius, kilometres)
      if (read.problem !== undefined) return fail('radius', numberMessage(read, 'km', 3))
      return { ...nothing, service_radius_m: read.value }
    }
    const corners = readCorners(ask.corners)
    if (corners === undefined) return fail('corners', 'errors.corners')
    if (corners.length < 3 || corners.length > most) return fail('corners', 'errors.corners-few')
    return { ...nothing, service_area: JSON.stringify(corners) }
  })
export type AreaAsk = z.infer<typeof AreaAsk>
