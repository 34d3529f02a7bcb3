import type { English } from '../catalogue.ts'
import type { thanks as italian } from '../it/thanks.ts'

export const thanks: English<typeof italian> = {
  title: 'A few lines',
  profile: 'What others say',
  by: '{{name}}, {{month}}',
  invite: 'Care to leave {{name}} a few lines?',
  inviteLead: 'They read them here, and the lines stay on their profile with your first name and the month.',
  write: 'Write a few lines',
  form: {
    title: 'A few lines for {{name}}',
    lead: 'You write them once. {{name}} reads them, and they stay on the public profile with your first name and the month. You have a day to take them back.',
    text: 'What would you like to say',
    textHint: 'At most 500 characters. Never addresses or phone numbers.',
    submit: 'Send',
    keep: 'Back to the handover',
    done: 'Sent.',
  },
  removal: {
    action: 'Remove',
    title: 'Remove these lines?',
    lead: 'They disappear from the handover and from the profile.',
    submit: 'Remove',
    keep: 'Leave them',
    done: 'Removed.',
  },
  refusals: {
    'no-such-handover': 'There is no such handover.',
    'no-such-thanks': 'These lines are no longer there.',
    'not-yours': 'Only those who were there can do that.',
    'not-confirmed': 'Both sides have to confirm the handover first.',
    'already-thanked': 'You have already written them.',
    'member-left': 'They have left Rimessa in the meantime: nobody would read it.',
    'too-late': 'The day is over: now a coordinator can remove them.',
  },
}
