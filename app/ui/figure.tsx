type Props = { value: string; unit?: string | undefined; size?: 'l' | 'xl' }

/** A number as a picture, its unit smaller and beside it. */
export function Figure({ value, unit, size }: Props) {
  return (
    <p className={size ? `figure figure--${size}` : 'figure'}>
      {value}
      {unit ? <small>{unit}</small> : null}
    </p>
  )
}
