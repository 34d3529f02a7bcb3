import { Select, TextField } from '#app/ui/field.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Times = { digest_hour: string; quiet_from: string; quiet_to: string }

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** The hour of the digest, and the hours in which nobody is disturbed; all on a Roman clock. */
export function TimesFields({ times, errors }: { times: Times; errors: Record<string, string> }) {
  const { t } = useT()
  return (
    <section className="stack">
      <Title>{t('notices.settings.times')}</Title>
      <div className="times">
        <Select
          name="digest_hour"
          label={t('notices.settings.digest')}
          hint={t('notices.settings.digestHint')}
          defaultValue={times.digest_hour}
          error={errors['digest_hour']}
        >
          {hours.map((hour) => (
            <option key={hour} value={hour}>
              {t('notices.settings.digestAt', { hour })}
            </option>
          ))}
          <option value="never">{t('notices.settings.digestNever')}</option>
        </Select>
        <div className="stack stack--s">
          <div className="pair-row">
            <TextField
              type="time"
              name="quiet_from"
              label={t('notices.settings.quietFrom')}
              defaultValue={times.quiet_from}
              error={errors['quiet_from']}
            />
            <TextField
              type="time"
              name="quiet_to"
              label={t('notices.settings.quietTo')}
              defaultValue={times.quiet_to}
              error={errors['quiet_to']}
            />
          </div>
          <p className="tiny soft">{t('notices.settings.quietHint')}</p>
        </div>
      </div>
    </section>
  )
}
