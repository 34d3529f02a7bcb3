import { afterEach, expect, test, vi } from 'vitest'
import { tiles } from '#app/http/tiles.server.ts'

afterEach(() => vi.unstubAllEnvs())

test('without a server of tiles the drawn map stands alone', () => expect(tiles()).toBeUndefined())

test('a named server of tiles comes with the words its makers ask for', () => {
  vi.stubEnv('TILE_URL', 'https://tile.example.org/{z}/{x}/{y}.png')
  expect(tiles()).toEqual({
    url: 'https://tile.example.org/{z}/{x}/{y}.png',
    attribution: '© OpenStreetMap contributors',
  })
  vi.stubEnv('TILE_ATTRIBUTION', '© Comune di Roma')
  expect(tiles()?.attribution).toBe('© Comune di Roma')
})
