import { encode } from 'uqr'

/** A QR code as one path, dark on light in both themes. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { border: 1 })
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={dots.join('')} />
    </svg>
  )
}
