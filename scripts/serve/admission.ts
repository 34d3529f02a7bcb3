/** Runs the work now or when its turn comes; 'busy' when the row is full, patience has run out, or whoever asked has left. */
export type Admit = <Done>(work: () => Promise<Done>, left: AbortSignal) => Promise<Done | 'busy'>

type Limits = { atOnce: number; inRow: number; patience: number }

/** So many at work at once and so many waiting in a row: whoever comes later hears so at once, instead of everybody waiting for ever. */
export function admission({ atOnce, inRow, patience }: Limits): Admit {
  const row = new Set<(mayEnter: boolean) => void>()
  let working = 0

  function turn(left: AbortSignal): Promise<boolean> {
    if (row.size >= inRow || left.aborted) return Promise.resolve(false)
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
    })
  }

  /**
   * The place goes to the next in the row without becoming free: nobody who has just come can slip in. First the loop turns,
   * or the whole row would be worked off in one turn of it, and nobody who knocks meanwhile is even let in.
   */
  function leave() {
    if (row.size > 0) setImmediate(letIn)
    else working -= 1
  }

  function letIn() {
    const [next] = row
    if (next) next(true)
    else working -= 1
  }

  return async (work, left) => {
    if (working < atOnce) working += 1
    else if (!(await turn(left))) return 'busy'
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
