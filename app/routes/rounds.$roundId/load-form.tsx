import { useState } from 'react'
import { readQuantity, writeQuantity } from '#app/domain/listings/quantity.ts'
import type { RoadLoad, RoundPage } from '#app/http/round-page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CodeField } from '#app/ui/code-field.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Field } from '#app/ui/field.tsx'
import { Grade, type GradeLetter } from '#app/ui/grade.tsx'
import { PictureField } from '#app/ui/picture-field.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { MassField } from '#app/ui/weigh-entry.tsx'
import { LotPhotos } from './lot-photos.tsx'
import { useDeed } from './use-deed.ts'

type Props = { load: RoadLoad; page: RoundPage; isNext: boolean }

const deeds = { collect: 'collected', deliver: 'delivered', hub_out: 'hub_out' } as const

/** One lot that changes hands: how many, how heavy, and the other side's proof. */
export function LoadForm({ load, page, isNext }: Props) {
  const { t, format, locale } = useT()
  const known = page.moves.find(
    (move) => move.claim_id === load.claim_id && (move.kind === 'collected' || move.kind === 'hub_out'),
  )
  const grams = known?.grams ?? load.grams
  const [weight, setWeight] = useState(
    grams > 0 && (known || load.kind === 'hub_out') ? writeQuantity(grams, 'g', locale) : '',
  )
  const deed = deeds[load.kind]
  const needsProof = load.kind === 'deliver' || (load.kind === 'collect' && load.is_for_hub)
  const { submit, errors, isBusy } = useDeed(page, load)
  const read = readQuantity(weight, 'g')
  const isBrought = load.kind === 'deliver'
  const facts = [
    { term: load.title, value: format.quantity(load.quantity, load.unit) },
    {
      term: t(known ? 'driving.weighed' : 'driving.expected'),
      value: grams > 0 ? <Mass grams={grams} grade={known ? undefined : load.grade} /> : undefined,
    },
    {
      term: t(isBrought ? 'driving.from' : 'driving.to'),
      value: isBrought ? load.from : load.is_for_hub ? page.hub.name : load.to,
    },
  ]
  return (
    <form
      method="post"
      action={`/rounds/${page.round.id}/deeds`}
      encType="multipart/form-data"
      className="stack load-form"
      onSubmit={submit}
      noValidate
    >
      <input type="hidden" name="deed" value={deed} />
      <input type="hidden" name="load_id" value={load.id} />
      <input type="hidden" name="title" value={load.title} />
      <input type="hidden" name="idempotency_key" value={`${page.key}-${load.id.slice(-12)}`} />
      <LotPhotos loads={[load]} />
      <DefinitionList facts={facts} />
      <Quantity load={load} error={errors['quantity']} />
      <MassField
        name="weight"
        typed={weight}
        onType={setWeight}
        grams={read.problem ? undefined : read.value}
        error={errors['weight']}
      />
      <Field label={t('driving.how')} error={errors['grade']}>
        {(control) => (
          <select className="box" name="grade" defaultValue={known ? known.grade : 'A'} {...control}>
            {(['A', 'B', 'C', 'D', 'E'] as const).map((grade) => (
              <option key={grade} value={grade}>
                {t(`parts.grade.choose.${grade}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {needsProof ? (
        <CodeField
          claimId={load.claim_id}
          holder={load.kind === 'deliver' ? 'taker' : 'giver'}
          typed=""
          error={errors['code']}
        />
      ) : null}
      <Pictures needsProof={needsProof} errors={errors} />
      <input type="hidden" name="condition" value="as_described" />
      <Button type="submit" kind={isNext ? 'next' : 'solid'} size="wide" busy={isBusy}>
        {t(`driving.do.${deed}`)}
      </Button>
    </form>
  )
}

function Pictures({ needsProof, errors }: { needsProof: boolean; errors: Record<string, string> }) {
  const { t } = useT()
  const [scale, proof] = [t('driving.scale'), t('driving.proof')]
  return (
    <details>
      <summary className="touch">{t('driving.pictures')}</summary>
      <div className="stack">
        <PictureField name="photo" label={scale} hint={t('driving.scaleHint')} error={errors['photo']} />
        {needsProof ? (
          <PictureField name="proof_photo" label={proof} hint={t('driving.proofHint')} error={errors['proof_photo']} />
        ) : null}
      </div>
    </details>
  )
}

function Mass({ grams, grade }: { grams: number; grade: GradeLetter | undefined }) {
  const { format } = useT()
  return (
    <>
      {format.kilograms(grams, grade ?? 'A')} {grade ? <Grade grade={grade} /> : null}
    </>
  )
}

function Quantity({ load, error }: { load: RoadLoad; error: string | undefined }) {
  const { t, format } = useT()
  const { unit } = format.amount(load.quantity, load.unit)
  return <UnitField name="quantity" label={t('driving.quantity')} unit={unit} defaultValue={load.typed} error={error} />
}
