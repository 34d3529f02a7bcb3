import { Button } from './button.tsx'
import { EntranceForm } from './entrance.tsx'
import { EmailField } from './secret-fields.tsx'
import { useT } from './use-t.tsx'

type Reply =
  | { errors?: Record<string, string>; refused?: 'too-many-tries'; again_at?: string; typed: Record<string, string> }
  | undefined

/** One address, one button: for letters that are sent on request. */
export function EmailForm({ reply, email = '', submit }: { reply: Reply; email?: string; submit: string }) {
  const { t, format } = useT()
  const again = reply?.again_at ? format.time(reply.again_at) : ''
  return (
    <EntranceForm refusal={reply?.refused && t(`people.refusals.${reply.refused}`, { time: again })}>
      <EmailField error={reply?.errors?.['email']} defaultValue={reply?.typed['email'] ?? email} />
      <Button kind="next" size="wide">
        {submit}
      </Button>
    </EntranceForm>
  )
}
