import { useState, useSyncExternalStore } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { useT } from '#app/ui/use-t.tsx'
import './file-button.css'

type Detector = { detect: (image: ImageBitmap) => Promise<{ rawValue: string }[]> }
type Detectors = { BarcodeDetector?: new (options: { formats: string[] }) => Detector }

/** Where the browser reads QR codes itself, a picture of the other phone fills the field in. Elsewhere this is not there. */
export function ScanCode({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useT()
  const [failed, setFailed] = useState(false)
  const canScan = useSyncExternalStore(
    never,
    () => 'BarcodeDetector' in window,
    () => false,
  )
  if (!canScan) return null
  const scan = async (file: File | undefined) => {
    if (!file) return
    const code = await codeIn(file)
    setFailed(code === undefined)
    if (code) onCode(code)
  }
  return (
    <div className="stack stack--s">
      <label className="btn file-button">
        <Icon name="scan-line" />
        {t('handovers.entry.scan')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => void scan(event.currentTarget.files?.[0])}
        />
      </label>
      <p role="status">{failed ? t('handovers.entry.scanFailed') : null}</p>
    </div>
  )
}

async function codeIn(file: File) {
  const { BarcodeDetector } = window as Detectors
  if (!BarcodeDetector) return undefined
  const found = await new BarcodeDetector({ formats: ['qr_code'] }).detect(await createImageBitmap(file))
  const address = found.map(({ rawValue }) => rawValue).find((text) => URL.canParse(text))
  return address ? (new URL(address).searchParams.get('code') ?? undefined) : found[0]?.rawValue
}

const never = () => () => undefined
