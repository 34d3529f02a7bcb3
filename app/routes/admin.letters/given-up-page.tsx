import { Banner } from '#app/ui/banner.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { type GivenUpRow, GivenUpTable } from './given-up-table.tsx'

type Props = {
  mails: readonly GivenUpRow[]
  pushes: readonly GivenUpRow[]
  clocks: readonly GivenUpRow[]
  refusal: 'not-given-up' | 'not-yours' | undefined
}

/** What nobody received, why, and one button to try again. */
export function GivenUpPage({ mails, pushes, clocks, refusal }: Props) {
  const { t } = useT()
  const isClear = mails.length + pushes.length + clocks.length === 0
  return (
    <div className="page page--top">
      <div className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t('notices.givenUp.title')}</h1>
          <p className="soft">{t('notices.givenUp.lead')}</p>
        </div>
        {refusal ? (
          <Banner tone="fail" role="alert">
            {t(`notices.givenUp.refusals.${refusal}`)}
          </Banner>
        ) : null}
        {isClear ? (
          <Empty title={t('notices.givenUp.empty')} heading="h2">
            {t('notices.givenUp.emptyMore')}
          </Empty>
        ) : null}
        <GivenUpTable what="mail" rows={mails} />
        <GivenUpTable what="push" rows={pushes} />
        <GivenUpTable what="clock" rows={clocks} />
      </div>
    </div>
  )
}
