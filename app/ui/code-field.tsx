import { useId, useState } from 'react'
import { normalisedCode } from '#app/domain/claims/handover-code.ts'
import { type Holder, readGiven } from '#app/domain/claims/handover-proof.ts'
import { Button } from './button.tsx'
import { Field, FieldError } from './field.tsx'
import { Icon } from './icon.tsx'
import { ScanCode } from './scan-code.tsx'
import { useT } from './use-t.tsx'
import './code-field.css'

type Props = { claimId: string; holder: Holder; typed: string; error: string | undefined }

/** What proves that the other person is here: six characters, typed as they are read out, or a code that was scanned. */
export function CodeField({ claimId, holder, typed, error }: Props) {
  const { t } = useT()
  const id = useId()
  const [code, setCode] = useState(shown(typed))
  const [other, setOther] = useState(false)
  const given = readGiven(code)
  const take = (text: string) => {
    const read = readGiven(text)
    const isOther = read.how === 'scanned' && read.claim_id !== claimId
    setOther(isOther)
    if (!isOther) setCode(shown(text))
  }
  if (given.how === 'scanned') {
    return (
      <div className="field">
        <input type="hidden" name="code" value={code} />
        <p className="scanned" role="status">
          <Icon name="check" /> {t('parts.scan.read')}
        </p>
        <FieldError id={`${id}-error`} error={error} />
        <Button type="button" kind="plain" size="s" onClick={() => setCode('')}>
          {t('parts.scan.type')}
        </Button>
      </div>
    )
  }
  return (
    <div className="stack stack--s">
      <Field
        label={t(holder === 'taker' ? 'handovers.entry.code' : 'handovers.entry.codeOfGiver')}
        hint={t('handovers.entry.codeHint')}
        error={other ? 'handovers.entry.errors.code-of-another' : error}
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
      <ScanCode onCode={take} />
    </div>
  )
}

/** What was scanned stays as it is; six characters are shown as the other phone shows them. */
function shown(text: string) {
  const given = readGiven(text)
  return given.how === 'scanned' ? text : grouped(given.code)
}

/** «K7M 4Q2», as the other phone shows it. */
function grouped(typed: string) {
  const code = normalisedCode(typed)
  return code.length > 3 ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}
