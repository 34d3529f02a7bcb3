import { useState } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import type { Trouble } from './photo-picker-send.ts'
import type { Upload } from './photo-picker-uploads.ts'
import { useT } from './use-t.tsx'
import './progress.css'

type Props = { upload: Upload; onRetry: (upload: Upload) => void; onDrop: (upload: Upload) => void }

/** A file on its way, with its progress; one that did not make it keeps its picture and says why. */
export function UploadTile({ upload, onRetry, onDrop }: Props) {
  const { t } = useT()
  const { file, trouble } = upload
  if (trouble === undefined) {
    return (
      <li data-upload="sending">
        <Preview upload={upload} />
        <Sending progress={upload.progress} name={file.name} />
      </li>
    )
  }
  return (
    <li data-upload="failed">
      <Preview upload={upload} />
      <div className="stack stack--s">
        <p>
          <b>{file.name}</b>
        </p>
        <p>{t(`photos.refusals.${trouble}`)}</p>
        <p className="row">
          {mayPass.has(trouble) ? (
            <Button type="button" size="s" icon="rotate-cw" onClick={() => onRetry(upload)}>
              {t('photos.retry')}
            </Button>
          ) : null}
          <Button
            type="button"
            size="s"
            kind="plain"
            icon="trash-2"
            aria-label={t('photos.discard', { name: file.name })}
            onClick={() => onDrop(upload)}
          />
        </p>
      </div>
    </li>
  )
}

// What is wrong with the file itself stays wrong however often it is sent.
const mayPass = new Set<Trouble>(['network', 'server', 'signed-out', 'too-many-photos', 'photo-damaged'])

function Sending({ progress, name }: { progress: number | undefined; name: string }) {
  const { t, format } = useT()
  const isThere = progress === 1
  const said =
    progress === undefined
      ? t('photos.waiting')
      : isThere
        ? t('photos.preparing')
        : t('photos.sending', { percent: format.percent(progress) })
  return (
    <>
      <span className="said">{said}</span>
      <progress max={1} value={isThere ? undefined : (progress ?? 0)} aria-label={`${name}: ${said}`} />
    </>
  )
}

/** Browsers cannot show every kind that we take: HEIC gets a drawing and its name. */
function Preview({ upload }: { upload: Upload }) {
  const [isShown, setShown] = useState(true)
  if (isShown) return <img src={upload.preview} alt={upload.file.name} onError={() => setShown(false)} />
  return (
    <span className="unshown">
      <Icon name="image" />
      <span>{upload.file.name}</span>
    </span>
  )
}
