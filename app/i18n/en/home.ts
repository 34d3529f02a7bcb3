import type { English } from '../catalogue.ts'
import type { home as italian } from '../it/home.ts'

export const home: English<typeof italian> = {
  title: 'What’s left over goes back to work.',
  lead: 'Boards, sheet metal, doors, fabric: those who have it offer it, those who work it collect it. In Rome, free, with the weight written down.',
  search: { label: 'What do you need?', placeholder: '8 boards, at least 1,200 mm', submit: 'Search near you' },
  give: { link: 'I have something to give', rest: ': a photo and two minutes are enough.' },
  want: { link: 'Can’t find what you need', rest: '? Write it down: whoever has it reads it while posting.' },
  lot: 'Lot {{code}}, {{area}}',
  soon: { title: 'To take away soon', all_one: '{{count}} lot', all_other: 'All {{count}} lots' },
  total: {
    title: 'Back in production in {{year}}',
    link: 'Open the accounts',
    note: 'Handed over and confirmed by two people, from January to today. {{percent}} went over a scale.',
    none: 'No confirmed handover yet: the first kilo can be yours.',
  },
  how: {
    title: 'How it works',
    photograph: {
      title: 'Take photos',
      text: 'Three photos, how many, how long. The address stays hidden until you decide.',
    },
    assign: {
      title: 'Assign',
      text: 'The donor sees who asks, how much and why, and chooses. Those left out are told, and told why.',
    },
    handOver: {
      title: 'Hand over',
      text: 'A six-character code, a weighing, two confirmations. Only then do the kilos count.',
    },
  },
  materials: 'What’s here now',
  hubs: {
    title: 'It starts from a workshop',
    see: 'See the hub',
    where: 'Where',
    open: 'Open counter',
  },
}
