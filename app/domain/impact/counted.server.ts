import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { outside } from '../handovers/ledger-entry.ts'
import { type Range, ratio, spread } from './estimate.ts'

/** A total over part of the ledger. `weighed` and `documented` are the shares of its grams in grades A and B. */
export type Total = Range & { handovers: number; weighed: number; documented: number }

export const noTotal: Total = { low_g: 0, typ_g: 0, high_g: 0, handovers: 0, weighed: 0, documented: 0 }

type Ask = {
  /** What to total by; left out, everything is one bucket. */
  by?: Expression<string>
  where?: Expression<SqlBool>
}

type Summed = {
  bucket: string
  typ_g: number
  down_squared: number
  up_squared: number
  handovers: number
  weighed_g: number
  documented_g: number
}

/** Grams that end users have, with reversals and corrections: the only ones in any total. */
export const isCounted = sql<SqlBool>`taker_type = 'end_user' and kind in ('reuse', 'reversal', 'correction')`

/** Grams with hubs and other intermediaries: in the pipeline, not counted yet. */
export const isStock = sql<SqlBool>`taker_type = 'intermediary'`

/**
 * Totals of the ledger by bucket, largest first, each with its range after impact accounting §5.4. Inside, masses that err
 * together are added up first: those from one weight-table row, those one giver declared; a weighed one stands alone
 * with whatever reversed it. Grouped by position, because PostgreSQL takes an expression with parameters for another one
 * when it is repeated. Every total anywhere comes from here (invariant 12).
 */
export async function totalsBy(
  db: Db,
  { by = sql<string>`''`, where = isCounted }: Ask,
): Promise<(Total & { bucket: string })[]> {
  const { rows } = await sql<Summed>`
    select bucket, sum(typ_g) as typ_g, sum(down_g * down_g) as down_squared, sum(up_g * up_g) as up_squared,
      sum(handovers) as handovers, sum(weighed_g) as weighed_g, sum(documented_g) as documented_g
    from (
      select ${by} as bucket, ${errsWith} as errs_with,
        sum(${signed} * typ_g) as typ_g,
        sum(1.0 * ${signed} * (typ_g - low_g)) as down_g,
        sum(1.0 * ${signed} * (high_g - typ_g)) as up_g,
        count(distinct case when kind in ('reuse', 'pipeline_in') then handover_id end) as handovers,
        sum(case when grade = 'A' then ${signed} * typ_g else 0 end) as weighed_g,
        sum(case when grade = 'B' then ${signed} * typ_g else 0 end) as documented_g
      from mass_ledger where ${where}
      group by 1, 2
    ) as grouped
    group by bucket order by typ_g desc, bucket`.execute(db)
  return rows.map(asTotal)
}

/** One total, over everything that `where` lets through. */
export async function totalOf(db: Db, where: Expression<SqlBool>): Promise<Total> {
  const [total] = await totalsBy(db, { where })
  if (!total) return noTotal
  const { bucket: _all, ...figures } = total
  return figures
}

// What leaves a stock goes to the party outside: it is taken off what came in.
const signed = sql<number>`(sign * case when taker_party = ${sql.lit(outside)} then -1 else 1 end)`

const errsWith = sql<string>`case
  when grade = 'D' then 'giver ' || giver_party
  when grade <> 'A' and weight_reference <> '' then 'row ' || weight_reference || ' ' || weight_reference_version
  else 'own ' || coalesce(handover_id, reverses_id, id) end`

function asTotal({ bucket, typ_g, down_squared, up_squared, handovers, weighed_g, documented_g }: Summed) {
  const shares = { weighed: ratio(weighed_g, typ_g), documented: ratio(documented_g, typ_g) }
  return { bucket, ...spread(typ_g, down_squared, up_squared), handovers, ...shares }
}
