import type { English } from '../catalogue.ts'
import type { turns as italian } from '../it/turns.ts'

export const turns: English<typeof italian> = {
  withdrawal: {
    title: 'Withdraw the lot?',
    lead_one: 'We’ll tell the person who asked, with what is similar nearby.',
    lead_other: 'We’ll tell the {{count}} people who asked, with what is similar nearby.',
    leadNobody: 'Nobody has asked yet. If you change your mind, you can open it again.',
    leadDraft: 'The draft is closed and nobody sees it any more.',
    submit: 'Withdraw the lot',
    keep: 'Leave it',
    done: 'The lot is withdrawn.',
  },
  pause: {
    title: 'Pause it?',
    lead: 'For a while nobody can ask for it. What you promised stays promised.',
    submit: 'Pause',
    keep: 'Leave it open',
    done: 'The lot is paused.',
  },
  resumption: {
    title: 'Open it for requests again?',
    lead: 'The lot is listed again, as before.',
    submit: 'Open again',
    keep: 'Still paused',
    done: 'The lot is open again.',
  },
  renewal: {
    title: 'Is it still there?',
    lead: 'If the lot is still there, tell us until when.',
    day: 'Must go by',
    submit: 'Still there',
    more: 'Give it more time',
    keep: 'Back to the lot',
    done: 'The lot stays open.',
  },
  review: {
    approvalTitle: 'Publish “{{title}}”?',
    approvalLead: 'The donor is told at once, and the lot is listed.',
    approve: 'Publish the lot',
    refusalTitle: 'Not publish “{{title}}”?',
    refusalLead: 'The donor reads your words, and where to take it.',
    reason: 'Why it can’t go through',
    reasonHint: 'One clear sentence, and what they can do with it.',
    refuse: 'Don’t publish',
    keep: 'Back to the lot',
    approved: 'The lot is live.',
    refused: 'The lot is not published. The donor knows, with the reason.',
  },
}
