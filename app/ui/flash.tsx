import { Form, useLocation } from '@remix-run/react'
import type { Key } from '#app/i18n/catalogue.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { useFocusKept } from './use-focus-kept.ts'
import { useT } from './use-t.tsx'
import './flash.css'

type Undo = { to: string; label: Key; back: string }
type Props = { flash: { message: string; tone: 'done' | 'fail'; undo?: Undo | undefined } | undefined }

/** The sentence that the page before left for this one; when the form came back instead, the way to what is wrong with it. */
export function FlashBanner({ flash }: Props) {
  const { say } = useT()
  const { key } = useLocation()
  useFocusKept()
  return (
    <div className="page flash" role={flash?.tone === 'fail' ? 'alert' : 'status'}>
      {flash ? (
        <div key={key} tabIndex={-1} ref={takeLostFocus}>
          <Banner tone={flash.tone} icon={flash.tone === 'done' ? 'check' : 'triangle-alert'}>
            {say(flash.message)}
            {flash.undo ? <UndoButton undo={flash.undo} /> : null}
          </Banner>
        </div>
      ) : null}
    </div>
  )
}

/** The button that was pressed is often gone when its answer comes: the keyboard goes on from the answer. */
function takeLostFocus(answer: HTMLElement | null) {
  if (document.activeElement === document.body) answer?.focus({ preventScroll: true })
}

function UndoButton({ undo: { to, label, back } }: { undo: Undo }) {
  const { t } = useT()
  return (
    <Form method="post" action={to} preventScrollReset>
      <input type="hidden" name="to" value={back} />
      <Button size="s" icon="undo-2">
        {t(label)}
      </Button>
    </Form>
  )
}
