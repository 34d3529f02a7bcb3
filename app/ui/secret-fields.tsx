import type { ComponentProps } from 'react'
import { TextField } from './field.tsx'
import { useT } from './use-t.tsx'

type Props = Pick<ComponentProps<typeof TextField>, 'error' | 'defaultValue'>

export function EmailField({ error, defaultValue }: Props) {
  const { t } = useT()
  return (
    <TextField
      name="email"
      type="email"
      label={t('people.email')}
      placeholder={t('people.emailExample')}
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      required
      error={error}
      defaultValue={defaultValue}
    />
  )
}

/** The password somebody has already. */
export function PasswordField({
  error,
  name = 'password',
  label,
}: {
  error?: string | undefined
  name?: string
  label?: string
}) {
  const { t } = useT()
  return (
    <TextField
      name={name}
      type="password"
      label={label ?? t('people.password')}
      autoComplete="current-password"
      required
      error={error}
    />
  )
}

/** The password somebody chooses now. */
export function NewPasswordField({ error, label }: { error?: string | undefined; label?: string }) {
  const { t } = useT()
  return (
    <TextField
      name="password"
      type="password"
      label={label ?? t('people.password')}
      hint={t('people.passwordHint')}
      autoComplete="new-password"
      minLength={10}
      required
      error={error}
    />
  )
}
