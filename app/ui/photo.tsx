import type { CSSProperties } from 'react'
import { thumbhashUrl } from './thumbhash.ts'
import './photo.css'

/** What shows until the picture is there: a small picture, or only its colour. */
type Shade = { thumbhash?: string; tint?: string | undefined }

export type Shot = Shade & { hash: string; alt: string; width?: number; height?: number }

type Props = {
  photo: Shot
  /** How wide it will be shown, as in the `sizes` attribute. */
  sizes: string
  /** The first picture of a page: fetched at once and before the others. */
  eager?: boolean
  /** The widest that this place can use, in pixels. */
  widest?: number
}

const widths = [320, 640, 1280, 1920]

export const photoUrl = (hash: string, width = 640) => `/photos/${hash}-${width}.webp`

export function Photo({ photo, sizes, eager = false, widest = 1920 }: Props) {
  const { hash, alt, thumbhash, tint, width = 1280, height = 960 } = photo
  const offered = widths.filter((wide) => wide <= widest)
  const thumb = thumbhash ? thumbhashUrl(thumbhash) : tint
  return (
    <img
      className="shot"
      src={photoUrl(hash, Math.min(widest, 640))}
      {...(offered.length > 1
        ? { sizes, srcSet: offered.map((wide) => `${photoUrl(hash, wide)} ${wide}w`).join(', ') }
        : {})}
      width={width}
      height={height}
      alt={alt}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      {...(eager ? { fetchpriority: 'high' } : {})}
      style={thumb ? ({ '--thumb': thumb } as CSSProperties) : undefined}
    />
  )
}
