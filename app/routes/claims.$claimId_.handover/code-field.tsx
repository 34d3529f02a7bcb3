import { useState } from 'react'
import { normalisedCode } from '#app/domain/claims/handover-code.ts'
import type { Holder } from '#app/domain/claims/handover-proof.ts'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { ScanCode } from './scan-code.tsx'
import './code-field.css'

/** The six characters that prove the other person is here: typed as they are read out, or scanned. */
export function CodeField({ holder, typed, error }: { holder: Holder; typed: string; error: string | undefined }) {
  const { t } = useT()
  const [code, setCode] = useState(grouped(typed))
  return (
    <div className="stack stack--s">
      <Field
        label={t(holder === 'taker' ? 'handovers.entry.code' : 'handovers.entry.codeOfGiver')}
        hint={t('handovers.entry.codeHint')}
        error={error}
      >
        {(control) => (
          <input
            {...control}
            className="box code-field"
            name="code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
            onBlur={() => setCode(grouped(code))}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            maxLength={12}
          />
        )}
      </Field>
      <ScanCode onCode={(scanned) => setCode(grouped(scanned))} />
    </div>
  )
}

/** «K7M 4Q2», as the other phone shows it. */
function grouped(typed: string) {
  const code = normalisedCode(typed)
  return code.length > 3 ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}
