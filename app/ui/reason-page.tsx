import type { cancellationReasons, refusalReasons } from '#app/domain/claims/end-reasons.ts'
import { AskPage } from './ask-page.tsx'
import { Choices } from './choices.tsx'
import { useT } from './use-t.tsx'

type Reason = (typeof refusalReasons | typeof cancellationReasons)[number]
type Refused = { refused: 'no-such-claim' | 'not-yours' | 'already-answered' | 'handed-over' }
type Reply = Refused | { errors: Record<string, string> } | undefined

type Props = {
  claimId: string
  /** Which of the two ends: the donor's no, or either side calling it off. */
  end: 'refusal' | 'cancellation'
  title: string
  lead: string
  reasons: readonly Reason[]
  reply: Reply
}

/** A claim ends by somebody's hand, and the other side reads why. */
export function ReasonPage({ claimId, end, title, lead, reasons, reply }: Props) {
  const { t } = useT()
  return (
    <AskPage
      title={title}
      lead={lead}
      refusal={reply && 'refused' in reply ? t(`claims.refusals.${reply.refused}`) : undefined}
      submit={t(`claims.${end}.submit`)}
      danger
      keep={{ to: `/claims/${claimId}`, label: t(`claims.${end}.keep`) }}
    >
      <Choices
        name="reason"
        legend={t(`claims.${end}.reason`)}
        error={reply && 'errors' in reply ? reply.errors['reason'] : undefined}
        choices={reasons.map((reason) => ({ value: reason, label: t(`claims.reasons.${reason}`) }))}
      />
    </AskPage>
  )
}
