import { type CompiledQuery, createQueryId, type KyselyPlugin, type RootOperationNode } from 'kysely'
import type { ClaimAsk } from '#app/domain/claims/claim-ask.ts'
import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'
import type { AllocationRule } from '#db/schema/listings.ts'
import { freshLot, memberId } from './claim-crowd.ts'
import type { Store } from './claim-stores.ts'
import { median, print, rate } from './figure.ts'

const rounds = 3
const claimsARound = 400

type Claim = { listing_id: string; member_id: string }

/**
 * Claims per second through the whole command, in turns with bare transactions that do the very same writes: those that
 * the command did on another copy of the database, noted there and played again without its reads and rules.
 */
export async function claimRate(store: Store, rule: AllocationRule) {
  const [noting, full, bare] = [await store.copy(), await store.copy(), await store.copy()]
  const ours: number[] = []
  const theirs: number[] = []
  let writes = 0
  for (let round = 0; round <= rounds; round += 1) {
    const claims = Array.from({ length: claimsARound }, (_, n) => ({
      listing_id: freshLot(rule, n),
      member_id: memberId(round * claimsARound + n),
    }))
    const noted = await notedWrites(noting, claims)
    writes = noted.reduce((sum, each) => sum + each.length, 0) / claims.length
    const figures = [
      await rate(claims, store.atOnce, place(full)),
      await rate(noted, store.atOnce, replay(bare)),
    ] as const
    // The first round warms up.
    if (round === 0) continue
    ours.push(figures[0])
    theirs.push(figures[1])
  }
  for (const db of [noting, full, bare]) await db.destroy()
  print({
    name: `claims-${store.name}-${rule.replace('_', '-')}`,
    value: median(ours),
    unit: 'claims/s',
    limit: median(theirs),
    detail: { rounds, at_once: store.atOnce, writes_a_claim: writes },
  })
}

const ask: ClaimAsk = {
  qty_wanted: 8,
  qty_min: 2,
  days: ['sat'],
  transport: 'van',
  purpose: 'Banchi per la scuola.',
  organisation_id: null,
}

function place(db: Db) {
  return async ({ listing_id, member_id }: Claim) => {
    const by = { id: member_id, is_admin: false, coordinates: [] }
    const act = { by, at: new Date().toISOString(), via: 'web' } as const
    const placed = await write(db, (trx) => placeClaim(trx, act, listing_id, ask))
    if (isRefusal(placed)) throw new Error(placed.refused)
  }
}

/** Places the claims and notes, for each, the statements that wrote. */
async function notedWrites(db: Db, claims: readonly Claim[]) {
  const noted: CompiledQuery[][] = []
  for (const claim of claims) {
    const nodes: RootOperationNode[] = []
    await place(db.withPlugin(noteWrites(nodes)))(claim)
    noted.push(nodes.map((node) => db.getExecutor().compileQuery(node, createQueryId())))
  }
  return noted
}

const writing = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'])

function noteWrites(nodes: RootOperationNode[]): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      if (writing.has(node.kind)) nodes.push(node)
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

function replay(db: Db) {
  return (queries: readonly CompiledQuery[]) =>
    db.transaction().execute(async (trx) => {
      for (const query of queries) await trx.executeQuery(query)
    })
}
