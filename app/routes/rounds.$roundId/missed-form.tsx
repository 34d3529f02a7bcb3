import type { RoadStop, RoundPage } from '#app/http/round-page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { useDeed } from './use-deed.ts'

const reasons = {
  collect: ['no_show_donor', 'no_access', 'refused_condition', 'no_time'],
  deliver: ['no_show_claimant', 'no_access', 'refused_condition', 'no_time'],
} as const

/** Nobody there, no way in, not as described: said in two touches, and never hidden in a menu. */
export function MissedForm({ stop, page }: { stop: RoadStop; page: RoundPage }) {
  const { t } = useT()
  const { submit, errors, isBusy } = useDeed(page)
  const kind = stop.kind === 'deliver' ? 'deliver' : 'collect'
  return (
    <details className="missed">
      <summary className="touch">{t(`driving.missed.${kind}`)}</summary>
      <form
        method="post"
        action={`/rounds/${page.round.id}/deeds`}
        encType="multipart/form-data"
        className="stack"
        onSubmit={submit}
        noValidate
      >
        <input type="hidden" name="deed" value="failed" />
        <input type="hidden" name="stop_id" value={stop.id} />
        <input type="hidden" name="title" value={stop.area} />
        <input type="hidden" name="idempotency_key" value={`${page.key}-missed`} />
        <Select name="failure" label={t('driving.missed.why')} error={errors['failure']} defaultValue="">
          <option value="">{t('driving.missed.choose')}</option>
          {reasons[kind].map((reason) => (
            <option key={reason} value={reason}>
              {t(`driving.failures.${reason}`)}
            </option>
          ))}
        </Select>
        <TextField name="note" label={t('driving.missed.note')} optional maxLength={300} />
        <Button type="submit" kind="danger" busy={isBusy}>
          {t('driving.missed.say')}
        </Button>
      </form>
    </details>
  )
}
