import type { SyntheticEvent } from 'react'

/** A card names its lot by where its link leads; a mark of the map names all of its lots. */
const named = '.lot, [data-lot]'

/**
 * What is pointed at in the list is marked on the map, and the other way round. It is written into the page past React:
 * a mouse crossing two dozen cards must not draw them all again.
 */
export function markLot({ currentTarget, target }: SyntheticEvent<HTMLElement>) {
  const pointedAt = target instanceof Element ? target.closest<HTMLElement>(named) : null
  const lots = pointedAt ? lotsOf(pointedAt) : []
  for (const each of currentTarget.querySelectorAll<HTMLElement>('[data-marked]')) delete each.dataset['marked']
  if (lots.length === 0) return
  for (const each of currentTarget.querySelectorAll<HTMLElement>(named))
    if (lotsOf(each).some((id) => lots.includes(id))) each.dataset['marked'] = ''
}

function lotsOf(element: HTMLElement): string[] {
  const { lot } = element.dataset
  if (lot !== undefined) return lot.split(' ')
  const link = element.querySelector<HTMLAnchorElement>(':is(h2, h3) a')
  return link ? link.pathname.split('/').slice(-1) : []
}
