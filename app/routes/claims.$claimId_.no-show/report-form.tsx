import { AskPage } from '#app/ui/ask-page.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ReportPage } from './report-page.server.ts'

type Props = {
  page: ReportPage
  reply: { errors: Record<string, string>; typed: Record<string, string> } | undefined
}

/** Who was missing: a side can only name the other, a coordinator says which. */
export function ReportForm({ page, reply }: Props) {
  const { t } = useT()
  const { claim, lots, may, donor, claimant } = page
  const isAsked = may.donor && may.claimant
  return (
    <AskPage
      title={t(isAsked ? 'noShows.report.staffTitle' : 'noShows.report.title')}
      lead={<Consequence page={page} />}
      submit={t('noShows.report.submit')}
      danger
      keep={{ to: `/claims/${claim.id}`, label: t('noShows.report.keep') }}
    >
      {lots > 1 ? <p>{t('noShows.report.lots', { count: lots })}</p> : null}
      {isAsked ? (
        <Choices
          name="absent"
          legend={t('noShows.report.absent')}
          columns="one"
          chosen={reply?.typed['absent']}
          error={reply?.errors['absent']}
          choices={[
            { value: 'claimant', label: t('noShows.report.claimant', { name: claimant }) },
            { value: 'donor', label: t('noShows.report.donor', { name: donor }) },
          ]}
        />
      ) : (
        <input type="hidden" name="absent" value={may.claimant ? 'claimant' : 'donor'} />
      )}
      <TextArea
        name="note"
        rows={3}
        label={t('noShows.report.note')}
        hint={t('noShows.report.noteHint')}
        defaultValue={reply?.typed['note'] ?? ''}
        error={reply?.errors['note']}
        optional
      />
    </AskPage>
  )
}

function Consequence({ page: { claim, may, starts_at, donor, claimant } }: { page: ReportPage }) {
  const { t, format } = useT()
  const when = format.dateTime(starts_at)
  if (may.donor && may.claimant) return t('noShows.report.staffLead', { when })
  const quantity = format.quantity(claim.qty, claim.unit)
  return may.claimant
    ? t('noShows.report.absentClaimant', { when, quantity, name: claimant })
    : t('noShows.report.absentDonor', { when, name: donor })
}
