import type { RevealedDraw } from '#app/domain/discovery/draw.read.server.ts'
import { useT } from '#app/ui/use-t.tsx'

type Props = { draw: RevealedDraw & { commitment: string } }

/** Four lines, the three texts they speak of, and a script that trusts nothing of ours. */
export function DrawByHand({ draw }: Props) {
  const { t } = useT()
  return (
    <details className="draw-by-hand">
      <summary>{t('allocation.hand.title')}</summary>
      <div className="stack">
        <ol className="points points--numbered">
          {(['sealed', 'data', 'ticket', 'order'] as const).map((line) => (
            <li key={line}>{t(`allocation.hand.${line}`)}</li>
          ))}
        </ol>
        <dl className="stack stack--s tiny">
          {(['commitment', 'seed', 'public_data'] as const).map((name) => (
            <div key={name}>
              <dt className="soft">{t(`allocation.hand.names.${name}`)}</dt>
              <dd>
                <code className="break">{draw[name]}</code>
              </dd>
            </div>
          ))}
        </dl>
        <p>
          {t('allocation.hand.script')}{' '}
          <a href="/check-draw.mjs" download>
            check-draw.mjs
          </a>
        </p>
      </div>
    </details>
  )
}
