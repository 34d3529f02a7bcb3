import { doorOfListing, lastDoorOf } from '#app/domain/claims/door.read.server.ts'
import { seekersNear } from '#app/domain/discovery/matches.read.server.ts'
import { draftView } from '#app/domain/listings/draft-view.server.ts'
import { type draftOf, openDrafts } from '#app/domain/listings/drafts.read.server.ts'
import type { DraftStep } from '#app/domain/listings/listing-draft.ts'
import { materialFields, measuresFields, pickupFields } from '#app/domain/listings/listing-fields.ts'
import { areaFields } from '#app/domain/places/place-lookup.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'

type Draft = NonNullable<Awaited<ReturnType<typeof draftOf>>>

/** Everything one page of the form shows: its fields as typed before, and what was understood of them. */
export async function stepPage(
  { db, member, locale, now }: MemberVisit,
  draft: Draft,
  step: Exclude<DraftStep, 'confirm'>,
) {
  const { listing, photos, quantity_given } = draft
  const view = await draftView(db, listing, quantity_given, locale)
  const seekers = await seekersNear(db, listing, now)
  const page = { step, view, photos, seekers, is_again: false, begun: [] }
  if (step === 'material') {
    // Whoever opens a fresh draft may have come for one they left.
    const begun = view.saved_at === null && view.is_draft ? await openDrafts(db, member.id) : []
    return { ...page, begun, fields: materialFields(listing, quantity_given, locale) }
  }
  if (step === 'measures') return { ...page, fields: measuresFields(listing, locale) }
  const door = await doorOfListing(db, member, listing.id)
  const last = door ?? (await lastDoorOf(db, member))
  return { ...page, fields: { ...pickupFields(listing), ...placeFields(last) }, is_again: !door && last !== undefined }
}

export type StepPage = Awaited<ReturnType<typeof stepPage>>

type Door = { latitude_e6: number; longitude_e6: number; street: string; access_notes: string; phone: string }

function placeFields(door: Door | undefined): Record<string, string> {
  const { street = '', access_notes = '', phone = '' } = door ?? {}
  return { ...areaFields(door), street, access_notes, phone }
}
