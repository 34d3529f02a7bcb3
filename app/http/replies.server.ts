import { data } from '@remix-run/node'
import type { Refusal } from '#app/domain/refusal.ts'

/** 404 for what is not there, and for what this member may not know is there. */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw data('Not found', { status: 404 })
  return value
}

export type FieldErrors = Record<string, string>

/** 422 with a sentence key for each field, and what was typed, so that nothing is lost. */
export function invalid(errors: FieldErrors, typed: Record<string, string> = {}) {
  return data({ errors, typed }, { status: 422 })
}

/** 409, or 403 when the reason is that it is not theirs to do. */
export function refusedWith<R extends Refusal>(refusal: R, typed: Record<string, string> = {}) {
  return data({ ...refusal, typed }, { status: refusal.refused === 'not-yours' ? 403 : 409 })
}
