import { Form, useNavigate } from '@remix-run/react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { useMyPosition } from './my-position.ts'
import { useT } from './use-t.tsx'
import './near-box.css'

type Props = {
  to: '/listings' | '/wanted'
  ask: SearchAsk
  place: string | null | undefined
  /** How the place was understood, where that is not plain: a message. */
  said: string | undefined
  /** What else of the question stays as it is. */
  keep: readonly (keyof SearchAsk)[]
  href: (ask: SearchAsk, changes: Partial<SearchAsk>) => string
}

/** Where to look from: a name, a postcode, or where the phone says it is. */
export function NearBox({ to, ask, place, said, keep, href }: Props) {
  const { t, say } = useT()
  const navigate = useNavigate()
  const { locate, looking, trouble } = useMyPosition((spot) =>
    navigate(href(ask, { ...spot, near: t('listings.place.here'), radius: ask.radius ?? 10, bbox: undefined })),
  )
  const unknown = place === null && !said ? `listings.place.unknown?typed=${encodeURIComponent(ask.near)}` : undefined
  return (
    <Form action={to} className="near">
      {Object.entries(kept(ask, keep)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        label={t('listings.place.label')}
        hint={said && say(said)}
        error={trouble ? `listings.place.${trouble}` : unknown}
      >
        {(control) => (
          <input
            className="box"
            name="near"
            defaultValue={ask.near}
            placeholder={t('listings.place.placeholder')}
            autoComplete="off"
            {...control}
          />
        )}
      </Field>
      <Button>{t('listings.place.submit')}</Button>
      <Button
        type="button"
        size="square"
        icon="locate"
        aria-label={t('listings.place.mine')}
        aria-busy={looking || undefined}
        onClick={locate}
      />
    </Form>
  )
}

/** The rest of the question, for the hidden fields of a form that changes one part of it. */
export function kept(ask: SearchAsk, names: readonly (keyof SearchAsk)[]) {
  return Object.fromEntries(
    names.flatMap((name) => (ask[name] === undefined || ask[name] === '' ? [] : [[name, String(ask[name])]])),
  )
}
