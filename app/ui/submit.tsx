import { useNavigation } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { Button } from './button.tsx'

type Props = Omit<ComponentProps<typeof Button>, 'busy' | 'onClick' | 'type'>

/** The button of a form that must arrive once: until the answer is here, a second press does nothing. */
export function Submit(props: Props) {
  const { formMethod = 'GET' } = useNavigation()
  const busy = formMethod !== 'GET'
  return (
    <Button
      {...props}
      type="submit"
      busy={busy}
      onClick={(event) => {
        if (busy) event.preventDefault()
      }}
    />
  )
}
