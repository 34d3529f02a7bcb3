/** Runs the work when its turn comes; 'busy' when the row is full, patience has run out, or whoever asked has left. */
export type Admit = <Done>(work: () => Promise<Done>, left: AbortSignal) => Promise<Done | 'busy'>

type Limits = { atOnce: number; inRow: number; patience: number }

/** So many at work at once and so many waiting in a row: whoever comes later hears so at once, instead of everybody waiting for ever. */
export function admission({ atOnce, inRow, patience }: Limits): Admit {
  const row = new Set<(mayEnter: boolean) => void>()
  let working = 0
  let isCalling = false

  function turn(left: AbortSignal): Promise<boolean> {
    if (row.size >= inRow + atOnce - working || left.aborted) return Promise.resolve(false)
    return new Promise((resolve) => {
      const goOn = (mayEnter: boolean) => {
        row.delete(goOn)
        clearTimeout(timer)
        left.removeEventListener('abort', giveUp)
        resolve(mayEnter)
      }
      const giveUp = () => goOn(false)
      const timer = setTimeout(giveUp, patience)
      left.addEventListener('abort', giveUp)
      row.add(goOn)
      callNext()
    })
  }

  /**
   * One in each turn of the loop, or all that have come would be worked off in one: a turn lets in one new connection, and
   * in a crowd the last would stand at the door for seconds.
   */
  function callNext() {
    if (isCalling || row.size === 0 || working >= atOnce) return
    isCalling = true
    setImmediate(() => {
      isCalling = false
      const [next] = row
      if (next) working += 1
      next?.(true)
      callNext()
    })
  }

  return async (work, left) => {
    if (!(await turn(left))) return 'busy'
    try {
      return await work()
    } finally {
      working -= 1
      callNext()
    }
  }
}

/** For a machine that something else keeps from being overrun. */
export const everybody: Admit = (work) => work()
