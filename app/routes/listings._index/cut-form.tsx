import { Form } from '@remix-run/react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { searchQuery } from '#app/domain/discovery/search-href.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BrowsePage } from './browse-page.server.ts'
import { CutEcho } from './cut-echo.tsx'
import { KeptFields } from './kept-fields.tsx'
import { Panel } from './panel.tsx'

type Props = { ask: SearchAsk; cut: BrowsePage['understood']['cut'] }

/** A cut list to search by: what was understood of it, drawn, and what was not, beside the box it was typed in. */
export function CutForm({ ask, cut }: Props) {
  const { t } = useT()
  return (
    <>
      <Panel key={searchQuery(ask)} title={t('browse.cut.title')} open={cut?.problem !== undefined}>
        <Form action="/listings" className="stack">
          <KeptFields ask={ask} changed={['cut', 'tolerance', 'sort']} />
          <TextArea
            name="cut"
            label={t('browse.cut.list')}
            hint={t('browse.cut.hint')}
            placeholder={t('browse.cut.placeholder')}
            defaultValue={ask.cut}
            rows={4}
            maxLength={380}
            error={cut?.problem}
          />
          <UnitField
            name="tolerance"
            label={t('browse.cut.tolerance')}
            hint={t('browse.cut.toleranceHint')}
            unit="mm"
            whole
            optional
            defaultValue={ask.tolerance}
          />
          <Button kind="solid">{t('browse.cut.submit')}</Button>
        </Form>
      </Panel>
      {cut && cut.lines.length > 0 ? <CutEcho lines={cut.lines} tolerance={ask.tolerance} /> : null}
    </>
  )
}
