import { useEffect, useRef } from 'react'

/** Hands over the pictures of a paste anywhere on the page; pasted text is left alone. */
export function usePaste(take: (files: readonly File[]) => void) {
  const latest = useRef(take)
  latest.current = take
  // A paste goes to the document when no field has the focus, where React sees nothing.
  useEffect(() => {
    function paste({ clipboardData }: ClipboardEvent) {
      const files = [...(clipboardData?.files ?? [])]
      if (files.length > 0) latest.current(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}
