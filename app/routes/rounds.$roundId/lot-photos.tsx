import type { RoadLoad } from '#app/http/round-page.server.ts'
import { Photo } from '#app/ui/photo.tsx'
import { useT } from '#app/ui/use-t.tsx'

/** The width of the files that the phone keeps of a round, in pixels: twice what is shown, for a dense screen. */
export const keptWidth = 320

/** What to look for at the door: the lot as its donor photographed it. */
export function LotPhotos({ loads }: { loads: readonly RoadLoad[] }) {
  const { t } = useT()
  const shots = loads.flatMap(({ title, photos }) => photos.map((photo, index) => ({ ...photo, title, index })))
  if (shots.length === 0) return null
  return (
    <ul className="lot-photos no-print">
      {shots.map(({ title, index, alt, ...photo }) => (
        <li key={`${title} ${photo.hash}`}>
          <Photo
            photo={{ ...photo, alt: alt || t('driving.photo', { title, number: index + 1 }) }}
            sizes="8rem"
            widest={keptWidth}
          />
        </li>
      ))}
    </ul>
  )
}
