import { expect, test } from 'vitest'
import { startSearch } from '#app/domain/pickups/rounds/search.ts'
import { instanceOf, roundOf } from '#scripts/bench/solomon.ts'

const text = `X1\r

VEHICLE
NUMBER     CAPACITY
   3 \t 50

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME
\x20
    0   0  0    0    0   1000   0
    1   30 40   20   0   900    10
    2   30  0   20   0.5 900.0  10\t
    3  -30  0   20   0   900    10
`

test('an instance in Solomon’s format is read, however it is spaced', () => {
  const instance = instanceOf('X1', text)
  expect(instance).toMatchObject({ name: 'X1', vans: 3, capacity: 50 })
  expect(instance?.nodes).toHaveLength(4)
  expect(instance?.nodes[2]).toEqual({ id: 2, x: 30, y: 0, demand: 20, ready: 0.5, due: 900, service: 10 })
  expect(instanceOf('readme', 'Nothing but words')).toBeUndefined()
})

test('its round is as short as can be, where only the road counts', () => {
  const search = startSearch(roundOf(instanceOf('X1', text)!), 1)
  search.run({ iterations: 200 })
  expect(search.best().cost).toBeCloseTo(50 + 40 + 30 + 60, 9)
  expect(search.best().leftOut).toEqual([])
})
