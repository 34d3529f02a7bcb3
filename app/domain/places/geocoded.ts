import type { Point } from './point.ts'

/** A street, or a spot the gazetteer does not know, as somebody else's map has it. */
export type GeocodedPlace = Point & { label: string; municipality: string; municipality_istat: string }

/**
 * What became of asking for a street. `off`: nobody to ask, or nothing to ask; `later`: not while somebody types;
 * `away`: no answer came, or too many were asked for at once.
 */
export type Streets = { state: 'off' | 'later' | 'away' | 'asked'; answers: readonly GeocodedPlace[] }

/** As a geocoder says it: the town by its name, if it names one. */
export type Located = Point & { label: string; town: string | null }

export const noStreets: Streets = { state: 'off', answers: [] }
