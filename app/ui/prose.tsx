import type { Key } from '#app/i18n/catalogue.ts'
import { useT } from './use-t.tsx'

/** A page of text: its title, its lead, then headed paragraphs. */
export function ProseHead({ title, lead }: { title: Key; lead: Key }) {
  const { t } = useT()
  return (
    <div className="stack stack--s">
      <h1>{t(title)}</h1>
      <p className="lead">{t(lead)}</p>
    </div>
  )
}

export function Prose({ title, text }: { title: Key; text: Key }) {
  const { t } = useT()
  return (
    <section className="stack stack--s">
      <h2 className="head-s">{t(title)}</h2>
      <p>{t(text)}</p>
    </section>
  )
}

export function ProseList({ title, items }: { title: Key; items: readonly Key[] }) {
  const { t } = useT()
  return (
    <section className="stack stack--s">
      <h2 className="head-s">{t(title)}</h2>
      <ul className="points">
        {items.map((item) => (
          <li key={item}>{t(item)}</li>
        ))}
      </ul>
    </section>
  )
}
