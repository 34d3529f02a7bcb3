import './progress.css'

export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  return <progress className="progress" max={of} value={done} aria-label={label} />
}
