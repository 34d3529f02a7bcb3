/** One verified row of the weight table: grams per piece, per m², or per m³. `low` and `high` only where the source gives them. */
export type WeightRow = {
  item_key: string
  unit: 'piece' | 'm2' | 'm3'
  low_g: number | null
  typ_g: number
  high_g: number | null
  label: { it: string; en: string }
  source: string
}

/** A frozen version of the table. A changed value makes a new version. */
export type WeightTable = { version: string; rows: ReadonlyMap<string, WeightRow> }

/** kgCO₂e per kg of a material for one kind of event (production, landfill, …). */
export type FactorRow = {
  material_key: string
  kind: string
  kgco2e_per_kg: number
  source: string
  source_year: number
  licence: string
}

export type FactorTable = { version: string; rows: readonly FactorRow[] }

export type DisplacementRow = {
  key: string
  stream: string
  rate: number
  meaning: string
  source: string
  year: number
}

export type WasteCodeRow = { ewc_code: string; hazardous: boolean; description_en: string }
