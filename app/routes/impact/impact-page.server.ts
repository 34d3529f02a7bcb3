import { ledgerHead, sealBefore } from '#app/domain/handovers/ledger.read.server.ts'
import { monthsOf, yearOf, yearPeriod } from '#app/domain/impact/period.ts'
import {
  countedYears,
  headline,
  totalOfPeriod,
  totalsByCategory,
  totalsByGrade,
  totalsByMaterial,
  totalsByMonth,
  totalsByMunicipality,
} from '#app/domain/impact/totals.read.server.ts'
import { uncounted } from '#app/domain/impact/uncounted.read.server.ts'
import { dayInRome } from '#app/domain/instant.ts'
import { materialName } from '#app/domain/listings/material.ts'
import type { Visit } from '#app/http/context.server.ts'

/** The open accounts of one year: every figure a sum over the ledger. An unknown year is the current one. */
export async function impactPage({ db, now, locale }: Visit, asked: number) {
  const years = await countedYears(db, now)
  const current = yearOf(now)
  const year = years.includes(asked) ? asked : current
  const period = yearPeriod(year)
  const monthStart = monthsOf(current, now).at(-1)?.from ?? now
  const [{ ever }, total, grades, months, categories, materials, municipalities, rest, head, seal] = await Promise.all([
    headline(db, now),
    totalOfPeriod(db, period),
    totalsByGrade(db, period),
    totalsByMonth(db, year, now),
    totalsByCategory(db, period),
    totalsByMaterial(db, period),
    totalsByMunicipality(db, period),
    uncounted(db),
    ledgerHead(db),
    sealBefore(db, monthStart),
  ])
  return {
    year,
    years,
    today: year === current ? dayInRome(now) : null,
    ever,
    total,
    grades,
    months,
    categories,
    materials: materials.map((each) => ({ ...each, name: materialName(each.bucket, locale) })),
    municipalities,
    uncounted: rest,
    register: { entries: head.seq, seal },
  }
}

export type ImpactPage = Awaited<ReturnType<typeof impactPage>>
