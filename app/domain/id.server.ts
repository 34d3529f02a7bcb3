import { uuidv7 } from 'uuidv7'

/** Time-ordered, so that new rows land at the end of every index. */
export function newId() {
  return uuidv7()
}
