import { Button } from '#app/ui/button.tsx'
import { Entrance, EntranceForm } from '#app/ui/entrance.tsx'
import { NewPasswordField } from '#app/ui/secret-fields.tsx'
import { useT } from '#app/ui/use-t.tsx'

export function ChoosePassword({ error }: { error: string | undefined }) {
  const { t } = useT()
  return (
    <Entrance title={t('people.reset.title')} lead={t('people.reset.chooseLead')}>
      <EntranceForm>
        <NewPasswordField label={t('people.newPassword')} error={error} />
        <Button kind="next" size="wide">{t('people.reset.choose')}</Button>
      </EntranceForm>
    </Entrance>
  )
}
