import { radii } from '#app/domain/discovery/search-href.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { RhythmChoices } from '#app/ui/rhythm-choices.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Refused = { refused: 'too-many-searches' | 'kept-already' | 'not-yours' | 'nothing-asked' }
type Typed = { typed: Partial<Record<string, string>> }

type Props = {
  page: {
    question: string
    words: string
    fields: Record<string, string>
    /** Kilometres, 0 for anywhere; undefined when the question looks around no point. */
    radius: number | undefined
    own: readonly { id: string; name: string }[]
  }
  reply: (Typed & (Refused | { errors: Record<string, string> })) | undefined
}

/** How far, how soon, under what name: all that is left to say of a question that was asked already. */
export function KeepForm({ page: { question, words, fields, radius, own }, reply }: Props) {
  const { t } = useT()
  const typed = reply?.typed ?? {}
  const errors = reply && 'errors' in reply ? reply.errors : {}
  return (
    <AskPage
      title={t('searches.form.title')}
      lead={t('searches.form.lead')}
      refusal={reply && 'refused' in reply ? t(`searches.refusals.${reply.refused}`) : undefined}
      submit={t('searches.form.submit')}
      keep={{ to: question ? `/listings?${question}` : '/listings', label: t('searches.form.back') }}
    >
      <p className="break">
        <b>{words}</b>
      </p>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {radius === undefined ? null : <RadiusField radius={Number(typed['radius'] || radius)} />}
      <RhythmChoices chosen={typed['rhythm'] === 'at_once' ? 'at_once' : 'daily'} error={errors['rhythm']} />
      <TextField
        name="name"
        label={t('searches.form.name')}
        hint={t('searches.form.nameHint')}
        optional
        maxLength={80}
        defaultValue={typed['name']}
      />
      {own.length > 0 ? (
        <Select name="instead_of" label={t('searches.form.instead')} defaultValue={typed['instead_of']}>
          <option value="">{t('searches.form.insteadNone')}</option>
          {own.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
    </AskPage>
  )
}

/** Somebody who looks near a place seldom means the whole country: without a radius, one is proposed. */
const usual = 25

function RadiusField({ radius }: { radius: number }) {
  const { t } = useT()
  const offered = [...new Set([...radii, ...(radius > 0 ? [radius] : [])])].sort((a, b) => a - b)
  return (
    <Select name="radius" label={t('searches.form.radius')} defaultValue={String(radius || usual)}>
      {offered.map((km) => (
        <option key={km} value={km}>
          {t('listings.radius', { km })}
        </option>
      ))}
      <option value="">{t('searches.form.radiusAny')}</option>
    </Select>
  )
}
