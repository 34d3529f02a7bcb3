import { expect, test } from 'vitest'
import { measure } from '#scripts/suite/measure.ts'

const page = `import { useEffect } from 'react'
import { Lot } from './lot.tsx'
// The map library owns this element.
export function Page({ lot, member, place }) {
  useEffect(() => show(lot))
  return <Lot lot={lot as any} />
}

export const loader = async () => {
  return { lot: 1 }
}
`

test('a file is measured by what the budgets are about', () => {
  expect(measure({ path: 'app/routes/lot/route.tsx', text: page })).toEqual({
    lines: 11,
    imports: 2,
    comments: 1,
    effects: 1,
    anys: 1,
    longestFunction: 4,
    longestHandler: 3,
    mostProps: 3,
  })
})

test('the word any in a sentence is no type, and silencing the compiler counts as one', () => {
  expect(measure({ path: 'a.ts', text: "const sentence = 'any: lot'" }).anys).toBe(0)
  expect(measure({ path: 'a.ts', text: '// @ts-expect-error because\nconst lot: string = 4' }).anys).toBe(1)
})

test('a callback without a name belongs to the function around it', () => {
  const text = 'function outer() {\n  lots.map((lot) => {\n    return lot\n  })\n}'
  expect(measure({ path: 'a.ts', text }).longestFunction).toBe(5)
})
