import type { ComponentProps } from 'react'
import { Access } from './access.tsx'
import { AccountHead } from './account-head.tsx'
import { Hearing } from './hearing.tsx'
import { Leaving } from './leaving.tsx'
import { Organisations } from './organisations.tsx'
import { ProfileForm } from './profile-form.tsx'
import { Reliability } from './reliability.tsx'

type Props = {
  member: ComponentProps<typeof AccountHead>['member'] &
    ComponentProps<typeof ProfileForm>['member'] & { is_admin: boolean }
  reply: ComponentProps<typeof ProfileForm>['reply']
  sessions: ComponentProps<typeof Access>['sessions']
  organisations: ComponentProps<typeof Organisations>['organisations']
  reliability: ComponentProps<typeof Reliability>
}

export function AccountPage({ member, reply, sessions, organisations, reliability }: Props) {
  return (
    <div className="page page--top">
      <div className="stack stack--l">
        <AccountHead member={member} />
        <div className="halves">
          <div className="stack stack--l">
            <ProfileForm member={member} reply={reply} />
            <Reliability {...reliability} />
          </div>
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
