import { Button } from '#app/ui/button.tsx'
import { Entrance, EntranceForm } from '#app/ui/entrance.tsx'
import { TextField } from '#app/ui/field.tsx'
import { EmailField, NewPasswordField } from '#app/ui/secret-fields.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Reply = { errors: Record<string, string>; typed: Record<string, string> } | undefined

export function FirstAdminForm({ opens, reply }: { opens: boolean; reply: Reply }) {
  const { t } = useT()
  if (!opens) return <Entrance title={t('people.firstAdmin.title')} lead={t('people.refusals.link-closed')} />
  return (
    <Entrance title={t('people.firstAdmin.title')} lead={t('people.firstAdmin.lead')}>
      <EntranceForm>
        <TextField
          name="name"
          label={t('people.name')}
          autoComplete="name"
          required
          error={reply?.errors['name']}
          defaultValue={reply?.typed['name']}
        />
        <EmailField error={reply?.errors['email']} defaultValue={reply?.typed['email']} />
        <NewPasswordField error={reply?.errors['password']} />
        <Button kind="next" size="wide">
          {t('people.firstAdmin.submit')}
        </Button>
      </EntranceForm>
    </Entrance>
  )
}
