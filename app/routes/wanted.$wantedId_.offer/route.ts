import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { wantedRow } from '#app/domain/discovery/wanted.read.server.ts'
import { draftListing } from '#app/domain/listings/draft-listing.server.ts'
import { material } from '#app/domain/listings/material.ts'
import { reviseListing } from '#app/domain/listings/revise-listing.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/wanted/${params['wantedId']}`)
}

/** «I have this»: a draft that already names the material and its unit. Of a branch, its donor says which leaf. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const wanted = found(await wantedRow(db, params['wantedId'] ?? ''))
  const leaf = material(wanted.material_key)
  const draftId = await write(db, async (trx) => {
    const id = await draftListing(trx, act)
    if (leaf) await reviseListing(trx, act, id, { material_key: leaf.key, unit: wanted.unit })
    return id
  })
  return redirect(`/listings/${draftId}/edit`, 303)
}
