import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { renewHandoverCode } from '#app/domain/claims/handover-code.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await signedIn(request)
  return redirect(`/claims/${params['claimId']}`)
}

/** A new code, or, when it is no longer theirs to ask for, the claim as it stands. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  await write(db, (trx) => renewHandoverCode(trx, act, params['claimId'] ?? ''))
  return redirect(`/claims/${params['claimId']}`)
}
