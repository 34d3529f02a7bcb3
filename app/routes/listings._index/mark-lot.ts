import type { SyntheticEvent } from 'react'

/**
 * What is pointed at in the list is marked on the map, and the other way round. It is written into the page past React:
 * a mouse crossing two dozen cards must not draw them all again.
 */
export function markLot({ currentTarget, target }: SyntheticEvent<HTMLElement>) {
  const pointedAt = target instanceof Element ? target.closest<HTMLElement>('[data-lot]')?.dataset['lot'] : undefined
  for (const each of currentTarget.querySelectorAll<HTMLElement>('[data-marked]')) delete each.dataset['marked']
  for (const id of pointedAt?.split(' ') ?? [])
    for (const each of currentTarget.querySelectorAll<HTMLElement>(`[data-lot~="${CSS.escape(id)}"]`))
      each.dataset['marked'] = ''
}
