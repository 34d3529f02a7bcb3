import { Link } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { DoorFields } from '#app/ui/door-fields.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WantedArea } from '#app/ui/wanted-area.tsx'

type Typed = Record<string, string>
type Reply = {
  errors?: Typed
  typed: Typed
  choices?: { value: string; label: string }[]
  refused?: 'no-such-claim' | 'not-yours' | 'claim-ended' | 'on-a-round' | 'outside-italy'
}

type Props = { claimId: string; lot: string; fields: Typed; reply: Reply | undefined }

/** Where the hub's van is to bring it: a place, and what only its driver reads. */
export function DeliveryForm({ claimId, lot, fields, reply }: Props) {
  const { t } = useT()
  const typed = reply?.typed ?? fields
  const errors = reply?.errors ?? {}
  return (
    <>
      <div className="stack stack--s">
        <p className="label">{lot}</p>
        <h1>{t('delivery.title')}</h1>
        <p className="soft">{t('delivery.why')}</p>
      </div>
      {reply?.refused ? <Banner tone="fail">{t(`delivery.refused.${reply.refused}`)}</Banner> : null}
      <WantedArea typed={typed} error={errors['town']} choices={reply?.choices ?? []} />
      <DoorFields typed={typed} errors={errors} />
      <div className="row row--buttons">
        <Submit kind="next">{t('delivery.save')}</Submit>
        <Link className="touch" to={`/claims/${claimId}`}>
          {t('delivery.back')}
        </Link>
      </div>
    </>
  )
}
