import type { IconName } from './icon-name.ts'
import { iconSheet } from './icon-name.ts'

export type { IconName } from './icon-name.ts'

type Props = { name: IconName; inline?: boolean }

/** A drawing beside a word. Alone on a button, the button carries the name. */
export function Icon({ name, inline = false }: Props) {
  return (
    <svg className="icon" aria-hidden="true" data-inline={inline ? '' : undefined}>
      <use href={`${iconSheet}#${name}`} />
    </svg>
  )
}
