import { type ReactNode, useEffect, useRef, useState } from 'react'

type Props = { className: string; label: string; children: ReactNode; waiting?: ReactNode }

/** Renders its children only once they are about to be looked at: what they need is not fetched before. */
export function WhenSeen({ className, label, children, waiting = null }: Props) {
  const box = useRef<HTMLElement>(null)
  const [seen, setSeen] = useState(false)
  // Whether a box is on the screen is known to the browser alone.
  useEffect(() => {
    if (!box.current) return
    const observer = new IntersectionObserver((entries) =>
      setSeen((was) => was || entries.some((entry) => entry.isIntersecting)),
    )
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return (
    <section ref={box} className={className} aria-label={label}>
      {seen ? children : waiting}
    </section>
  )
}
