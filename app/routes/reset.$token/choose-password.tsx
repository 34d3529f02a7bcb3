import { Link } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Entrance, EntranceForm } from '#app/ui/entrance.tsx'
import { NewPasswordField } from '#app/ui/secret-fields.tsx'
import { useT } from '#app/ui/use-t.tsx'

export function ChoosePassword({ opens, error }: { opens: boolean; error: string | undefined }) {
  const { t } = useT()
  if (!opens) return <LinkClosed />
  return (
    <Entrance title={t('people.reset.title')} lead={t('people.reset.chooseLead')}>
      <EntranceForm>
        <NewPasswordField label={t('people.newPassword')} error={error} />
        <Button kind="next" size="wide">
          {t('people.reset.choose')}
        </Button>
      </EntranceForm>
    </Entrance>
  )
}

function LinkClosed() {
  const { t } = useT()
  return (
    <Entrance title={t('people.reset.title')} lead={t('people.refusals.link-closed')}>
      <p>
        <Link to="/reset">{t('people.reset.again')}</Link>
      </p>
    </Entrance>
  )
}
