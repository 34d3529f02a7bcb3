import { useState } from 'react'

export type Spot = { lat: number; lon: number }
type Trouble = 'refused' | 'lost'

const refusedByReader = 1

/** Where the reader is, to some hundred metres, asked of the browser when they press for it and at no other time. */
export function useMyPosition(onFound: (spot: Spot) => void) {
  const [trouble, setTrouble] = useState<Trouble>()
  const [looking, setLooking] = useState(false)
  const end = (how: Trouble | undefined) => {
    setTrouble(how)
    setLooking(false)
  }
  const locate = () => {
    if (!('geolocation' in navigator)) return end('lost')
    setLooking(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        end(undefined)
        onFound({ lat: Number(coords.latitude.toFixed(3)), lon: Number(coords.longitude.toFixed(3)) })
      },
      ({ code }) => end(code === refusedByReader ? 'refused' : 'lost'),
      { timeout: 10_000, maximumAge: 60_000 },
    )
  }
  return { locate, looking, trouble }
}
