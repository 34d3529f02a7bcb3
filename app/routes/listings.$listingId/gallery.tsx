import { Link } from '@remix-run/react'
import { Photo } from '#app/ui/photo.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ListingPage } from './listing-page.server.ts'

type Props = { photos: ListingPage['photos']; at: number; title: string }

/** One photo large, the others below as links: which one is large is in the address, so it works before any script. */
export function Gallery({ photos, at, title }: Props) {
  const { t } = useT()
  const large = photos[at - 1] ?? photos[0]
  if (!large) return <div className="gallery" />
  const label = (number: number) => t('listings.lot.photo', { at: number, count: photos.length })
  return (
    <div className="gallery">
      <div className="large">
        <Photo photo={{ ...large, alt: large.alt || title }} sizes="(min-width: 60rem) 52rem, 100vw" eager />
      </div>
      {photos.length > 1
        ? photos.map((photo, index) => (
            <Link
              key={photo.id}
              to={`?photo=${index + 1}`}
              replace
              preventScrollReset
              aria-current={photo.id === large.id ? 'true' : undefined}
              aria-label={label(index + 1)}
            >
              <Photo photo={{ ...photo, alt: '' }} sizes="12rem" />
            </Link>
          ))
        : null}
    </div>
  )
}
