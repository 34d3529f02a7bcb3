import { useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { useScanner } from './use-scanner.ts'
import { useT } from './use-t.tsx'
import './file-button.css'
import './scan-code.css'

/** The camera reads the other phone's code; where it may not, a picture of the code will do. Not there without scripts. */
export function ScanCode({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useT()
  const { state, start, stop, look, readFile } = useScanner(onCode)
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!isAwake) return null
  if (state === 'off') {
    return (
      <div className="row row--buttons">
        <Button type="button" icon="scan-line" onClick={() => void start()}>
          {t('parts.scan.start')}
        </Button>
      </div>
    )
  }
  return (
    <section className="scan stack stack--s" aria-label={t('parts.scan.start')} onKeyDown={onEscape(stop)}>
      {state === 'looking' ? <video ref={look} playsInline muted aria-label={t('parts.scan.view')} /> : null}
      <p role="status">{t(`parts.scan.${state}`)}</p>
      <div className="row row--buttons">
        <label className="btn file-button">
          <Icon name="image" />
          {t('parts.scan.choose')}
          <input type="file" accept="image/*" onChange={(event) => void readFile(event.currentTarget.files?.[0])} />
        </label>
        <Button type="button" kind="plain" autoFocus onClick={stop}>
          {t('parts.scan.close')}
        </Button>
      </div>
    </section>
  )
}

function onEscape(stop: () => void) {
  return ({ key }: { key: string }) => {
    if (key === 'Escape') stop()
  }
}

const never = () => () => undefined
