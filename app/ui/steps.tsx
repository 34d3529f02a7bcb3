import './steps.css'

/** Where you are in a task of a few steps. `at` counts from 0. */
export function Steps({ names, at }: { names: readonly string[]; at: number }) {
  return (
    <ol className="steps">
      {names.map((name, index) => (
        <li key={name} data-done={index < at ? '' : undefined} aria-current={index === at ? 'step' : undefined}>
          {name}
        </li>
      ))}
    </ol>
  )
}
