import type { ReactNode } from 'react'
import { Hatch, type HatchName } from '#app/ui/hatch.tsx'
import { useT } from '#app/ui/use-t.tsx'
import './materials.css'

type Node = { key: string; name: string }
type Props = {
  family: Node & { hatch: HatchName; leaves: readonly Node[] }
  said: Readonly<Record<string, string | undefined>>
}

/** A family of materials with its own answer, and its leaves behind a door that is open where one answers for itself. */
export function Family({ family, said }: Props) {
  const { t } = useT()
  const others = family.leaves.filter(({ key }) => key !== family.key)
  return (
    <div className="taken">
      <Answer node={family} said={said} heading={<Hatch mat={family.hatch} />} />
      {others.length > 0 ? (
        <details open={others.some(({ key }) => said[key] === 'takes' || said[key] === 'refuses')}>
          <summary>{t('hubRooms.materials.exceptions')}</summary>
          {others.map((leaf) => (
            <Answer key={leaf.key} node={leaf} said={said} />
          ))}
        </details>
      ) : null}
    </div>
  )
}

function Answer({ node: { key, name }, said, heading }: { node: Node; said: Props['said']; heading?: ReactNode }) {
  const { t } = useT()
  const chosen = said[key] ?? ''
  return (
    <fieldset className="taken-row">
      <legend>
        {heading} {name}
      </legend>
      <div>
        {(['takes', 'refuses', ''] as const).map((value) => (
          <label key={value}>
            <input type="radio" name={key} value={value} defaultChecked={chosen === value} />
            {t(`hubRooms.materials.${value || 'silent'}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
