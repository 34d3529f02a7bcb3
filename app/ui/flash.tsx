import { Form } from '@remix-run/react'
import type { Key } from '#app/i18n/catalogue.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { useT } from './use-t.tsx'
import './flash.css'

type Undo = { to: string; label: Key; back: string }
type Props = { flash: { message: string; tone: 'done' | 'fail'; undo?: Undo | undefined } | undefined }

/** The sentence that the page before left for this one. */
export function FlashBanner({ flash }: Props) {
  const { say } = useT()
  return (
    <div className="page flash" role={flash?.tone === 'fail' ? 'alert' : 'status'}>
      {flash ? (
        <Banner tone={flash.tone} icon={flash.tone === 'done' ? 'check' : 'triangle-alert'}>
          {say(flash.message)}
          {flash.undo ? <UndoButton undo={flash.undo} /> : null}
        </Banner>
      ) : null}
    </div>
  )
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
