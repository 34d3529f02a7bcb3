import type { English } from '../catalogue.ts'
import type { about as italian } from '../it/about.ts'

export const about: English<typeof italian> = {
  title: 'How it works',
}
