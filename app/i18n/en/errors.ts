import type { English } from '../catalogue.ts'
import type { errors as italian } from '../it/errors.ts'

export const errors: English<typeof italian> = {
  invalid: 'This doesn’t add up. Check it and try again.',
  required: 'This is missing. Fill it in to go on.',
  choose: 'Choose one.',
  'too-short': 'Too short: at least {{min}} characters are needed.',
  'too-long': 'Too long: {{max}} characters at most.',
  'at-least': 'Write at least {{min}}.',
  'at-most': 'Write {{max}} at most.',
  number: 'We can’t read this number. Write 80 or 8.5.',
  'number-unreadable': 'We can’t read “{{typed}}”. Write 80 or 8.5.',
  'number-ambiguous': '“{{typed}}” can be read two ways. Write {{point}} or {{plain}}.',
  'not-whole': '“{{typed}}” isn’t a whole number. Write 8 or 9, not 8.5.',
  'not-positive': 'More than zero is needed here.',
  'too-fine': '“{{typed}}” has too many decimals: we keep {{decimals}}.',
  'too-large': '“{{typed}}” is too much: {{largest}} {{symbol}} is the limit here.',
  whole: 'A whole number is needed: 8, not 8.5.',
  email: 'This doesn’t look like an email. It’s usually name@example.com.',
  date: 'We can’t read this date.',
  past: 'This date has already passed.',
  declare: 'We need you to confirm this to go on.',
  summary_one: 'One thing needs fixing.',
  summary_other: '{{count}} things need fixing.',
  notFound: {
    title: 'This page isn’t here',
    lead: 'The lot may be gone, or the address has a letter too many.',
    search: 'Search for a material',
    home: 'Back to the start',
  },
  notYours: {
    title: 'Only those involved can come in here',
    lead: 'If the lot or the request is yours, sign in with the right profile.',
  },
  badRequest: {
    title: 'This request doesn’t add up',
    lead: 'Go back to the page you came from and try again from there.',
  },
  busy: {
    title: 'There’s a queue right now',
    lead: 'Too many people are asking at once. Nothing is lost: try again in a few seconds.',
  },
  fault: {
    title: 'Something broke on our side',
    lead: 'What you saved is still there. Try again in a minute; if it happens again, write to us and quote this number.',
    reference: 'Reference number',
    retry: 'Try again',
  },
}
