import { skewedChance } from './corpus-chance.ts'

export type Size = { length_mm: number; width_mm: number; thickness_mm: number | null }

type Trade = { lengths: number[]; widths: number[]; thicknesses: (number | null)[]; kinds: number }

const boards: Trade = {
  lengths: [2000, 2400, 3000, 1200, 4000, 1000, 1500, 1800, 900, 600, 2500, 800, 3600, 5000, 450],
  widths: [200, 150, 100, 120, 180, 80, 250, 300, 60, 40, 50, 220],
  thicknesses: [20, 25, 18, 30, 40, 27, 50, 15, 22, 35, 60, 80],
  kinds: 5500,
}
const sheets: Trade = {
  lengths: [2500, 2440, 2800, 1250, 1220, 2000, 3050, 3000, 1000, 800, 600],
  widths: [1250, 1220, 1000, 2070, 1500, 1525, 600, 500, 400, 300],
  thicknesses: [18, 12, 10, 15, 19, 22, 8, 6, 4, 25, 3, 30, null],
  kinds: 4500,
}
const small: Trade = {
  lengths: [250, 300, 200, 400, 600, 330, 500, 150, 450, 1200],
  widths: [120, 300, 200, 100, 150, 250, 600, 330, 400],
  thicknesses: [55, 10, 8, 20, 12, 30, 50, 80, null],
  kinds: 2000,
}
const large: Trade = {
  lengths: [2100, 800, 1800, 1600, 1200, 900, 700, 2000, 500, 1400],
  widths: [800, 700, 900, 600, 450, 400, 1000, 1200, 300],
  thicknesses: [null, 40, 45, 80, 400, 600, 350],
  kinds: 3000,
}

/** Sizes as the trades have them, some cut a little shorter or narrower: about fifteen thousand, the usual first. */
export function sizesFor(seed: number) {
  const chance = skewedChance(seed)
  const all = { boards: [] as Size[], sheets: [] as Size[], small: [] as Size[], large: [] as Size[] }
  const trades = { boards, sheets, small, large }
  for (const name of Object.keys(trades) as (keyof typeof trades)[]) {
    const { lengths, widths, thicknesses, kinds } = trades[name]
    const seen = new Set<string>()
    while (all[name].length < kinds) {
      const noise = all[name].length / kinds
      const size = {
        length_mm: cut(chance.skewed(lengths), noise),
        width_mm: cut(chance.skewed(widths), noise),
        thickness_mm: chance.skewed(thicknesses),
      }
      const told = Object.values(size).join('x')
      if (!seen.has(told)) all[name].push(size)
      seen.add(told)
    }
  }
  return (material: string) => all[tradeOf(material)]

  function cut(side: number, noise: number) {
    if (!chance.happens(noise)) return side
    return Math.max(20, side - chance.whole(1, Math.max(2, Math.floor(side / 12))) * (side > 400 ? 5 : 1))
  }
}

function tradeOf(material: string) {
  if (/^wood\.(solid|veneer|flooring|crate|pallet)/.test(material)) return 'boards'
  if (/^(wood\.panel|metal|plastic|textile)/.test(material)) return 'sheets'
  return /^(masonry|paper|other)/.test(material) ? 'small' : 'large'
}
