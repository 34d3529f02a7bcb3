import { z } from 'zod'
import type { VehicleRow } from '#db/schema/hubs.ts'
import { writeQuantity } from '../listings/quantity.ts'
import { numberMessage } from '../listings/quantity-message.ts'
import type { NumberRead } from '../listings/quantity-reading.ts'
import { readDecimal } from '../listings/quantity-reading.ts'
import { readSpans, writeSpans } from '../places/opening.ts'

type Measure = { symbol: string; decimals: number; largest: number; suffixes: Record<string, number> }

const load = { symbol: 'kg', decimals: 3, largest: 40_000_000, suffixes: { kg: 3, t: 6 } }
const room = { symbol: 'm³', decimals: 3, largest: 120_000, suffixes: { 'm³': 3, m3: 3, mc: 3 } }
const length = { symbol: 'm', decimals: 3, largest: 20_000, suffixes: { m: 3, cm: 1, mm: 0 } }

/** A vehicle as people measure it: kilograms, cubic metres, metres. Kept as grams, litres, millimetres. */
export const VehicleAsk = z
  .object({
    name: z.string().trim().min(2, 'errors.required').max(60, 'errors.too-long?max=60'),
    capacity: measured(load),
    volume: measured(room),
    longest: measured(length),
    crew: z.coerce
      .number('errors.number')
      .int('errors.whole')
      .min(1, 'errors.not-positive')
      .max(9, 'errors.at-most?max=9'),
    hours: z.string().transform((text, context) => {
      const [span, ...more] = readSpans(text) ?? []
      if (span && more.length === 0) return span
      context.addIssue({ code: 'custom', message: 'errors.hours-one' })
      return z.NEVER
    }),
  })
  .transform(({ name, capacity, volume, longest, crew, hours }) => ({
    name,
    capacity_g: capacity,
    capacity_dm3: volume,
    longest_mm: longest,
    crew,
    ...hours,
  }))
export type VehicleAsk = z.infer<typeof VehicleAsk>

/** A kept vehicle as its form shows it. */
export function vehicleTyped(vehicle: VehicleRow, locale: 'it' | 'en'): Record<string, string> {
  return {
    name: vehicle.name,
    capacity: writeQuantity(vehicle.capacity_g, 'g', locale),
    volume: writeQuantity(vehicle.capacity_dm3, 'dm3', locale),
    longest: writeQuantity(vehicle.longest_mm, 'mm', locale),
    crew: String(vehicle.crew),
    hours: writeSpans([vehicle]),
  }
}

export const BayAsk = z.object({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .min(1, 'errors.required')
    .max(12, 'errors.too-long?max=12')
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ./-]*$/u, 'errors.bay-code'),
  about: z.string().trim().max(120, 'errors.too-long?max=120').default(''),
})
export type BayAsk = z.infer<typeof BayAsk>

function measured(measure: Measure) {
  return z
    .string()
    .trim()
    .min(1, 'errors.required')
    .transform((text, context) => {
      const read: NumberRead = readDecimal(text, measure)
      if (read.problem === undefined) return read.value
      context.addIssue({ code: 'custom', message: numberMessage(read, measure.symbol, measure.decimals) })
      return z.NEVER
    })
}
