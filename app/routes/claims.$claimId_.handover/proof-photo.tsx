import type { Holder } from '#app/domain/claims/handover-proof.ts'
import { PictureField } from '#app/ui/picture-field.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = { side: Holder; has_code: boolean; other: string; error: string | undefined }

/** Where the other is not there: a picture of what changes hands, and 72 hours for them to say no. */
export function ProofPhoto({ side, has_code, other, error }: Props) {
  const { t } = useT()
  const field = (
    <PictureField
      name="proof_photo"
      label={t('handovers.proof.photo')}
      hint={t('handovers.proof.photoHint', { name: other })}
      error={error}
    />
  )
  if (!has_code) {
    return (
      <section className="stack stack--s">
        <h2 className="head-s">{t(`handovers.proof.absent.${side}`)}</h2>
        {field}
      </section>
    )
  }
  return (
    <details className="stack stack--s" open={error !== undefined}>
      <summary>{t(`handovers.proof.absent.${side}`)}</summary>
      {field}
    </details>
  )
}
