import { Button } from '#app/ui/button.tsx'
import { Gauge } from '#app/ui/gauge.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { mayAsk } from './buy.tsx'
import type { ListingPage } from './listing-page.server.ts'
import '#app/ui/action-bar.css'

/** On a phone the step to take stays under the thumb, where the dock is elsewhere. It sends the form above. */
export function AskBar({ lot, visitor }: Pick<ListingPage, 'lot' | 'visitor'>) {
  const { t } = useT()
  if (!mayAsk(lot, visitor)) return null
  return (
    <div className="actionbar ask-bar">
      <Gauge urgency={lot.urgency} must_go_by={lot.must_go_by} />
      <Button kind="next" form="ask">
        {t('listings.lot.ask')}
      </Button>
    </div>
  )
}
