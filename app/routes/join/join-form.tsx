import { Link } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Entrance, EntranceForm } from '#app/ui/entrance.tsx'
import { TextField } from '#app/ui/field.tsx'
import { OrganisationFields } from '#app/ui/organisation-fields.tsx'
import { EmailField, NewPasswordField } from '#app/ui/secret-fields.tsx'
import { useT } from '#app/ui/use-t.tsx'
import './join-form.css'

type Reply =
  | { errors?: Record<string, string>; refused?: 'too-many-tries'; again_at?: string; typed: Record<string, string> }
  | undefined

export function JoinForm({ reply }: { reply: Reply }) {
  const { t, format } = useT()
  const typed: Record<string, string> = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  const again = reply?.again_at ? format.time(reply.again_at) : ''
  return (
    <Entrance title={t('people.join.title')} lead={t('people.join.lead')}>
      <EntranceForm refusal={reply?.refused && t(`people.refusals.${reply.refused}`, { time: again })}>
        <TextField
          name="name"
          label={t('people.name')}
          hint={t('people.nameHint')}
          autoComplete="name"
          required
          error={errors['name']}
          defaultValue={typed['name']}
        />
        <EmailField error={errors['email']} defaultValue={typed['email']} />
        <NewPasswordField error={errors['password']} />
        <ForOrganisation typed={typed} errors={errors} />
        <Button kind="next" size="wide">
          {t('people.join.submit')}
        </Button>
        <p className="tiny soft">{t('people.join.age')}</p>
      </EntranceForm>
      <p>
        {t('people.join.already')} <Link to="/sign-in">{t('people.join.signIn')}</Link>
      </p>
    </Entrance>
  )
}

/** The box opens its fields by CSS alone. */
function ForOrganisation({ typed, errors }: { typed: Record<string, string>; errors: Record<string, string> }) {
  const { t } = useT()
  return (
    <div className="for-organisation stack">
      <label className="choice">
        <input
          type="checkbox"
          name="for_organisation"
          value="yes"
          defaultChecked={typed['for_organisation'] === 'yes'}
        />
        <b>{t('people.join.forOrganisation')}</b>
        <span>{t('people.join.forOrganisationHint')}</span>
      </label>
      <div className="stack fields">
        <OrganisationFields typed={typed} errors={errors} />
      </div>
    </div>
  )
}
