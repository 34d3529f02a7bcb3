import { lazy, Suspense, useState } from 'react'
import type { RevealedDraw } from '#app/domain/discovery/draw.read.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WhenSeen } from '#app/ui/when-seen.tsx'

type Props = { draw: RevealedDraw & { commitment: string } }

/** Draws again in the reader's own browser, once they look: nobody has to take our word. */
export function DrawCheck({ draw }: Props) {
  const { t } = useT()
  const [Outcome] = useState(() => lazy(async () => ({ default: said(await drawAgain(draw)) })))
  return (
    <WhenSeen className="stack" label={t('allocation.draw.check')}>
      <div role="status">
        <Suspense fallback={<p className="soft">{t('allocation.draw.checking')}</p>}>
          <Outcome />
        </Suspense>
      </div>
    </WhenSeen>
  )
}

type Told = 'same' | 'different' | 'unable'

/** Browsers hash only on safe connections: elsewhere the table and the script remain. */
function drawAgain(draw: Props['draw']): Promise<Told> {
  return import('./recompute-draw.ts')
    .then(({ recomputeDraw }) => recomputeDraw(draw))
    .then(
      (isSame): Told => (isSame ? 'same' : 'different'),
      (): Told => 'unable',
    )
}

const tones = { same: 'done', different: 'fail', unable: undefined } as const

function said(told: Told) {
  return function Outcome() {
    const { t } = useT()
    return (
      <Banner {...(tones[told] ? { tone: tones[told] } : {})} icon={told === 'same' ? 'check' : 'info'}>
        {t(`allocation.draw.${told}`)}
      </Banner>
    )
  }
}
