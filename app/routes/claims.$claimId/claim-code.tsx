import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { CodeCard } from '#app/ui/code-card.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = { claimId: string; code: string; address: string }

/** The claimant's proof: read aloud or scanned by whoever hands over. */
export function ClaimCode({ claimId, code, address }: Props) {
  const { t } = useT()
  return (
    <section className="stack">
      <h2>{t('claims.code.title')}</h2>
      <CodeCard code={code} address={address}>
        {t('claims.code.help')}
      </CodeCard>
      <Form method="post" action={`/claims/${claimId}/code`} preventScrollReset>
        <Button kind="plain" size="s">
          {t('claims.code.renew')}
        </Button>
      </Form>
    </section>
  )
}
