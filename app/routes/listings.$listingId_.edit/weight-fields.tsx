import { useState } from 'react'
import type { DraftView } from '#app/domain/listings/draft-view.server.ts'
import { weightSources } from '#app/domain/listings/listing-draft-weight.ts'
import { photoAccept } from '#app/domain/listings/photo.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { Grade } from '#app/ui/grade.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { photoUrl } from '#app/ui/photo.tsx'
import { Range } from '#app/ui/range.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { Boxes } from './draft-form.tsx'

const grades = { estimate: 'C', declared: 'D', weighed: 'A', unknown: 'E' } as const

/** The weight of the whole lot: our estimate, the donor's figure, or a scale with its display photographed. */
export function WeightFields({ typed, errors, view }: Boxes) {
  const { t, format } = useT()
  const said = view.said_g
  const echo =
    said === null
      ? undefined
      : t('posting.measures.understood', { mass: format.kilograms(said), grams: format.grams(said) })
  const estimated = view.estimate?.grade ?? grades.estimate
  return (
    <div className="weigh stack">
      <Choices
        name="weight_from"
        legend={t('posting.measures.weight')}
        chosen={typed['weight_from'] ?? 'estimate'}
        error={errors['weight_from']}
        choices={weightSources.map((source) => ({
          value: source,
          label: t(`posting.measures.from.${source}`),
          note: t(`posting.measures.notes.${source}`),
          ...(source === 'estimate' ? {} : { grade: grades[source] }),
          ...(source === 'estimate' && view.estimate ? { grade: estimated } : {}),
        }))}
      />
      <div data-for="estimate">
        <Proposal view={view} />
      </div>
      <div data-for="declared">
        <UnitField
          name="weight_declared"
          label={t('posting.measures.declared')}
          unit="kg"
          defaultValue={typed['weight_declared']}
          echo={echo}
          error={errors['weight_declared']}
        />
      </div>
      <div data-for="weighed" className="stack">
        <UnitField
          name="weight_weighed"
          label={t('posting.measures.weighed')}
          unit="kg"
          defaultValue={typed['weight_weighed']}
          echo={echo}
          error={errors['weight_weighed']}
        />
        <DisplayPhoto view={view} />
      </div>
    </div>
  )
}

function Proposal({ view }: { view: DraftView }) {
  const { t, format } = useT()
  const { estimate, total, unit, material_name } = view
  if (!estimate || total === null) {
    return (
      <div role="status">
        <Banner icon="scale">
          <b>{t('posting.measures.noScale')}</b> {t('posting.measures.noProposal')}
        </Banner>
      </div>
    )
  }
  const said = {
    quantity: format.quantity(total, unit),
    material: (material_name ?? '').toLowerCase(),
    mass: format.kilograms(estimate.typ, 'C'),
  }
  return (
    <div className="stack" role="status">
      <Banner icon="scale">
        <b>{t('posting.measures.noScale')}</b> {t('posting.measures.proposal', said)} <Grade grade={estimate.grade} />.{' '}
        {t('posting.measures.proposalRange', { range: format.range(estimate.low, estimate.high) })}
      </Banner>
      <Range low={estimate.low} typ={estimate.typ} high={estimate.high} grade={estimate.grade} />
    </div>
  )
}

const formId = 'weight-photo'

/** The form the display's photo belongs to: forms do not nest, so its box in the page above only names it. */
export function DisplayForm({ listingId }: { listingId: string }) {
  return (
    <form
      id={formId}
      method="post"
      action={`/listings/${listingId}/weight-photo`}
      encType="multipart/form-data"
      hidden
    />
  )
}

type Sending = 'idle' | 'sending' | 'failed' | { hash: string }

function DisplayPhoto({ view }: { view: DraftView }) {
  const { t } = useT()
  const [sending, setSending] = useState<Sending>('idle')
  const hash = typeof sending === 'object' ? sending.hash : view.weight_photo_hash
  async function send(file: File | undefined) {
    if (!file) return
    setSending('sending')
    const init = {
      method: 'POST',
      body: file,
      headers: { Accept: 'application/json', 'Content-Type': 'application/octet-stream' },
    }
    const reply = await fetch(`/listings/${view.id}/weight-photo`, init)
      .then((response) => response.json() as Promise<{ hash?: string }>)
      .catch(() => undefined)
    setSending(reply?.hash ? { hash: reply.hash } : 'failed')
  }
  return (
    <div className="field">
      <span className="as-label">{t('posting.measures.display')}</span>
      <span className="hint">{t('posting.measures.displayHint')}</span>
      {hash ? (
        <img
          className="display"
          src={photoUrl(hash, 320)}
          width={320}
          height={240}
          alt={t('posting.measures.displayAlt')}
        />
      ) : null}
      <div className="row">
        <label className="btn btn--s file">
          <Icon name="camera" /> {t(hash ? 'posting.measures.displayAgain' : 'posting.measures.display')}
          <input
            form={formId}
            type="file"
            name="photos"
            accept={photoAccept}
            capture="environment"
            className="visually-hidden"
            onChange={(event) => void send(event.currentTarget.files?.[0])}
          />
        </label>
        <Button form={formId} size="s" icon="upload" data-plain="">
          {t('posting.measures.displaySend')}
        </Button>
      </div>
      <p className="hint" role="status">
        {sending === 'sending'
          ? t('posting.measures.displaySending')
          : sending === 'failed'
            ? t('posting.measures.displayFailed')
            : hash
              ? t('posting.measures.displayKept')
              : null}
      </p>
    </div>
  )
}
