import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'
import './field.css'

export type Around = {
  label: ReactNode
  hint?: ReactNode
  /** An i18n key, as the server's 422 gives it. It takes the place of the echo. */
  error?: string | undefined
  /** What the form understood: «23,4 kg: 23.400 grammi». */
  echo?: ReactNode
  optional?: boolean
}

export type Control = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }

/** Label, hint, box, then echo or error. The box is the child: it receives its id and its aria attributes. */
export function Field({
  label,
  hint,
  error,
  echo,
  optional = false,
  children,
}: Around & { children: (control: Control) => ReactNode }) {
  const { t } = useT()
  const id = useId()
  const about = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional ? <span className="optional"> {t('parts.optional')}</span> : null}
      </label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': about || undefined })}
      {echo && !error ? <Echo>{echo}</Echo> : null}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

export function Echo({ children }: { children: ReactNode }) {
  return (
    <output className="echo">
      <Icon name="check" />
      <span>{children}</span>
    </output>
  )
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  const { say } = useT()
  if (!error) return null
  return (
    <p className="error" id={id}>
      <Icon name="triangle-alert" />
      <span>{say(error)}</span>
    </p>
  )
}

export function TextField({ label, hint, error, echo, optional, ...input }: Around & ComponentProps<'input'>) {
  return (
    <Field {...given({ label, hint, error, echo, optional })}>
      {(control) => <input className="box" {...input} {...control} />}
    </Field>
  )
}

export function TextArea({ label, hint, error, optional, ...area }: Around & ComponentProps<'textarea'>) {
  return (
    <Field {...given({ label, hint, error, optional })}>
      {(control) => <textarea className="box" {...area} {...control} />}
    </Field>
  )
}

export function Select({ label, hint, error, optional, ...select }: Around & ComponentProps<'select'>) {
  return (
    <Field {...given({ label, hint, error, optional })}>
      {(control) => <select className="box" {...select} {...control} />}
    </Field>
  )
}

/** Props that may be undefined, for a component that wants them absent instead. */
function given(around: { [Name in keyof Around]: Around[Name] | undefined }) {
  return { ...around, optional: around.optional ?? false }
}
