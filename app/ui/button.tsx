import { Link } from '@remix-run/react'
import type { ComponentProps } from 'react'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'
import './button.css'

type Look = {
  /** `next` is the orange one: one per screen, the step that is yours. */
  kind?: 'next' | 'solid' | 'plain' | 'danger' | 'border'
  size?: 's' | 'wide' | 'square'
  icon?: IconName
}

type ButtonProps = Look & ComponentProps<'button'> & { busy?: boolean }

export function Button({ kind, size, icon, busy = false, children, ...rest }: ButtonProps) {
  return (
    <button {...rest} className={look({ kind, size })} aria-busy={busy || undefined}>
      {icon && !busy ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

type LinkProps = Look & ComponentProps<typeof Link>

export function ButtonLink({ kind, size, icon, children, ...rest }: LinkProps) {
  return (
    <Link {...rest} className={look({ kind, size })}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  )
}

function look({ kind = 'border', size }: { [Name in 'kind' | 'size']?: Look[Name] | undefined }) {
  return ['btn', kind !== 'border' && `btn--${kind}`, size && `btn--${size}`].filter(Boolean).join(' ')
}
