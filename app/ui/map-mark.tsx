import { type CSSProperties, memo } from 'react'
import { Hatch } from './hatch.tsx'
import type { LotPin, Mark } from './map-seen.ts'
import { useT } from './use-t.tsx'

type Props = {
  mark: Mark
  x: number
  y: number
  isOpen: boolean
  onPress: (mark: Mark, by: HTMLElement, isDrag: boolean) => void
}

/** A price tag, kilograms being the price, or a bunch of them. Drawn again only when it or its place has changed. */
export const MapMark = memo(function MapMark({ mark, x, y, isOpen, onPress }: Props) {
  const words = useWords(mark)
  const [pin] = mark.pins
  const isTag = mark.lots === 1 && pin
  return (
    <button
      type="button"
      className={isTag ? 'pin' : 'bunch'}
      data-lot={mark.pins.map(({ id }) => id).join(' ') || undefined}
      data-size={isTag ? undefined : sizeOf(mark.lots)}
      data-area={isTag && pin.blur_radius_m ? '' : undefined}
      aria-label={words.name}
      aria-expanded={isOpen}
      style={{ '--x': `${x}px`, '--y': `${y}px` } as CSSProperties}
      onClick={(press) => onPress(mark, press.currentTarget, press.detail > 0)}
    >
      {isTag ? <Tag pin={pin} label={words.label} /> : words.label}
      {isTag || !words.mass ? null : <small>{words.mass}</small>}
    </button>
  )
})

function Tag({ pin, label }: { pin: LotPin; label: string }) {
  return (
    <span>
      <Hatch mat={pin.hatch} />
      {label}
    </span>
  )
}

function useWords({ lots, grams, pins }: Mark) {
  const { t, format } = useT()
  const mass = grams ? format.kilograms(grams, 'C') : ''
  const [pin] = pins
  if (lots === 1 && pin) {
    const label = mass || pin.material_name
    return { mass, label, name: t('listings.map.pin', { title: pin.title, label }) }
  }
  const name = mass ? t('listings.map.bunch', { count: lots, mass }) : t('listings.map.bunchUnweighed', { count: lots })
  return { mass, label: format.number(lots), name }
}

function sizeOf(lots: number) {
  if (lots > 999) return 'xl'
  return lots > 20 ? 'l' : 'm'
}
