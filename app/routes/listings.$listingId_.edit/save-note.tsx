import { Link, useLocation } from '@remix-run/react'
import { Icon } from '#app/ui/icon.tsx'
import type { SaveState } from '#app/ui/use-autosave.ts'
import { useT } from '#app/ui/use-t.tsx'

type Props = {
  saving: { state: SaveState; at?: string; restored: boolean }
  saved_at: string | null
  is_draft: boolean
}

/** Whether what stands on the page is safe, and where. */
export function SaveNote({ saving, saved_at, is_draft }: Props) {
  const { t, format } = useT()
  const { pathname, search } = useLocation()
  if (saving.state === 'offline')
    return (
      <>
        <Icon name="wifi-off" inline /> {t('posting.note.offline')}
      </>
    )
  if (saving.state === 'expired') {
    return (
      <>
        <Icon name="lock" inline /> {t('posting.note.expired')}.{' '}
        <Link to={`/sign-in?to=${encodeURIComponent(pathname + search)}`}>{t('posting.note.signIn')}</Link>
      </>
    )
  }
  if (saving.state === 'saving') return t('posting.note.saving')
  const at = saving.at ?? saved_at
  if (saving.restored && !saving.at)
    return (
      <>
        <Icon name="undo-2" inline /> {t('posting.note.restored')}
      </>
    )
  if (!at) return null
  return (
    <>
      <Icon name="check" inline />{' '}
      {t(is_draft ? 'posting.note.saved' : 'posting.note.changed', { time: format.time(at) })}
    </>
  )
}
