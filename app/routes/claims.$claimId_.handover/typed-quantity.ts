import { readQuantity, type Unit } from '#app/domain/listings/quantity.ts'

/** What was typed in base units, while it can be read. */
export function typedQuantity(text: string, unit: Unit) {
  const read = readQuantity(text, unit)
  return read.problem ? undefined : read.value
}
