import { useEffect, useState } from 'react'

const pause = 350

/** What an address answers, asked again and again until it is over. A question that fails is asked once more later. */
export function usePolled<Answer>(url: string | undefined, isOver: (answer: Answer) => boolean) {
  const [answer, setAnswer] = useState<{ url: string; value: Answer }>()
  // The network is no React thing: this asks it on a timer, until the page goes or the address changes.
  useEffect(() => {
    if (url === undefined) return
    const leaving = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      // Whoever leaves may do so while the answer is still coming in.
      const value = await fetch(url, { signal: leaving.signal })
        .then((response) => (response.ok ? (response.json() as Promise<Answer>) : undefined))
        .catch(() => undefined)
      if (leaving.signal.aborted) return
      if (value !== undefined) setAnswer({ url, value })
      if (value === undefined || !isOver(value)) timer = setTimeout(ask, pause)
    }
    void ask()
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [url, isOver])
  return answer?.url === url ? answer?.value : undefined
}
