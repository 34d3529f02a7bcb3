import { Form, Link } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { CodeCard } from '#app/ui/code-card.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

type Props = { claimId: string; code: NonNullable<ClaimPage['code']> }

/** One side's proof: read aloud or scanned by the other. Whoever takes may write the handover down when the other is not there. */
export function ClaimCode({ claimId, code: { code, address, holder } }: Props) {
  const { t } = useT()
  return (
    <section className="stack">
      <h2>{t(holder === 'taker' ? 'claims.code.title' : 'claims.code.titleGiver')}</h2>
      <CodeCard code={code} address={address}>
        {t(holder === 'taker' ? 'claims.code.help' : 'claims.code.helpGiver')}
      </CodeCard>
      <Form method="post" action={`/claims/${claimId}/code`} preventScrollReset>
        <Button kind="plain" size="s">
          {t('claims.code.renew')}
        </Button>
      </Form>
      {holder === 'taker' ? (
        <p>
          {t('claims.code.absent')} <Link to={`/claims/${claimId}/handover`}>{t('claims.code.recordMine')}</Link>
        </p>
      ) : null}
    </section>
  )
}
