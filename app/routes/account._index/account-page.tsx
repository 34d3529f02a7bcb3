import type { ComponentProps } from 'react'
import { Access } from './access.tsx'
import { AccountHead } from './account-head.tsx'
import { Hearing } from './hearing.tsx'
import { Leaving } from './leaving.tsx'
import { Organisations } from './organisations.tsx'
import { ProfileForm } from './profile-form.tsx'

type Props = {
  member: ComponentProps<typeof AccountHead>['member'] &
    ComponentProps<typeof ProfileForm>['member'] & { is_admin: boolean }
  reply: ComponentProps<typeof ProfileForm>['reply']
  sessions: ComponentProps<typeof Access>['sessions']
  organisations: ComponentProps<typeof Organisations>['organisations']
}

export function AccountPage({ member, reply, sessions, organisations }: Props) {
  return (
    <div className="page page--top">
      <div className="stack stack--l">
        <AccountHead member={member} />
        <div className="halves">
          <ProfileForm member={member} reply={reply} />
          <div className="stack stack--l">
            <Hearing isAdmin={member.is_admin} />
            <Access sessions={sessions} />
            <Organisations organisations={organisations} />
            <Leaving />
          </div>
        </div>
      </div>
    </div>
  )
}
