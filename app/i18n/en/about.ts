import type { English } from '../catalogue.ts'
import type { about as italian } from '../it/about.ts'

export const about: English<typeof italian> = {
  tabs: {
    label: 'About the project',
    how: 'How it works',
    weighing: 'How we weigh',
    refused: 'What we don’t take',
    privacy: 'Your data',
    accessibility: 'Accessibility',
    licences: 'Licences',
  },
  how: {
    title: 'How it works',
    lead: 'Those who have leftover material offer it. Those who work it collect it. Two people confirm, and those kilos count.',
    give: {
      title: 'You have something to give',
      text: 'Three photos, what it is, how much there is, where. If you have no scale we estimate the weight, and say so. Your address doesn’t show: the map has a circle, shifted at random, and only someone with a confirmed request sees the street.',
    },
    take: {
      title: 'You need something',
      text: 'Search by material, size and distance. Ask for as much as you need and say what for: the donor sees the requests and answers. If it isn’t your turn you are told, with the reason.',
    },
    meet: {
      title: 'You meet',
      text: 'One proposes a day, the other confirms, the calendar file arrives by mail. On the spot the one who collects shows a six-character code and the donor types it. You weigh, both confirm, and off you go.',
    },
    count: {
      title: 'Only kilos handed over count',
      text: 'A listing is worth nothing. A promise is worth nothing. What counts is what two different people have confirmed, written in a ledger that can’t be changed in secret and that anyone can recompute.',
    },
    hubs: {
      title: 'The hubs',
      text: 'A hub collects with a van, keeps dry what would otherwise be lost, and coordinates pickups. The first is OZ – Officine Zero, via Monte Pàtulo, Rome.',
    },
    rules: {
      title: 'The rules, in short',
      one: 'It’s free, always. Nobody sells and nobody buys.',
      two: 'Only what was never waste goes through: yours, sound, given to be used.',
      three: 'Whoever takes comes to fetch it, on the day agreed. If they can’t, they say so first.',
      four: 'Take what you will use.',
    },
    offer: 'Offer a material',
    search: 'Search for a material',
  },
  weighing: {
    title: 'How we weigh',
    lead: 'Every weight carries a letter that says how we know it, and a low and a high. A wide true number is better than a precise invented one.',
    grades: 'The five letters',
    grade: 'Letter',
    meaning: 'How we know it',
    band: 'How far off it may be',
    bands: { A: '±2%', B: '±10%', C: 'the table’s own values, or else ±30%', D: 'half to double', E: 'no kilos' },
    text: {
      A: 'It went over a scale or a weighbridge, with who weighed it and, if there is one, a photo of the display.',
      B: 'Written on a label, a data sheet or a document; or a piece that is always the same, like a 25 kg Epal pallet.',
      C: 'Size times the density of the material, or the typical weight from the table.',
      D: 'The donor says so, by eye.',
      E: 'Nobody knows: pieces are counted, never kilos.',
    },
    best: {
      title: 'The best evidence wins',
      text: 'A lot may be estimated in its listing and weighed at the handover: the best letter goes into the ledger. A weighing is never erased: if it was wrong another is written, with the reason.',
    },
    counted: {
      title: 'What goes into the total',
      text: 'Only what reached someone who uses it and was confirmed by two people. What sits in a hub is in store, and is counted apart. If something comes back or is thrown away, its kilos are taken off.',
    },
    range: {
      title: 'Why there is always a low and a high',
      text: 'If we are wrong about the typical weight of a chair, we are wrong about every chair in the same direction: such errors add up, they don’t cancel out. That’s why the total has a band beside it.',
    },
    chain: {
      title: 'The ledger',
      text: 'Each entry holds the fingerprint of the one before. Changing a single one changes every fingerprint after it. The whole ledger can be downloaded, without names: anyone can redo the sums.',
    },
    carbon: {
      title: 'And carbon dioxide?',
      text: 'We don’t put it in the headline. It depends on what would have been bought instead of that piece, and nobody has ever measured that for donated materials. Kilos can be weighed.',
    },
    sources: 'Where the typical weights come from',
    export: 'Download the ledger',
  },
  privacy: {
    title: 'Your data',
    lead: 'We keep what it takes for two people to meet, and nothing else. No advertising, no tracking, no data sold.',
    kept: {
      title: 'What we keep',
      text: 'Name, email, language, what you write in your profile; your listings and their photos; your requests, pickups and handovers; messages about a request, which only its two sides and the workshop read; the searches you want to be told about, as long as you keep them. Nobody knows your password: we keep only its fingerprint.',
    },
    place: {
      title: 'Where you live',
      text: 'The address sits in a table of its own. The donor, the hub’s coordinators and whoever has a confirmed request can see it. Everyone else sees a circle whose centre was shifted at random when you wrote it: no road leads from the circle back to the door.',
    },
    streets: {
      title: 'The streets you look for',
      text: 'Almost every place we find right here, asking nobody. If whoever runs this site has chosen a service that knows streets, what you type in the place box goes to it, when you send it and only if it is a street or a name we don’t know: the words alone, not who you are or where you write from. We don’t keep the text you asked for; the answer stays here for thirty days.',
    },
    photos: {
      title: 'Photos',
      text: 'Before they are kept they lose everything you can’t see: position, date, phone. A photo’s position only serves to suggest the place to you, and only if you accept. We don’t keep the original.',
    },
    ledger: {
      title: 'The ledger of kilos',
      text: 'It holds no names. If you delete your profile your name disappears everywhere, the kilos stay: they are everyone’s.',
    },
    cookies: {
      title: 'Cookies',
      text: 'Two: one keeps you signed in, one remembers the language. They do nothing else, so we don’t ask you to accept them.',
    },
    mail: {
      title: 'Mail',
      text: 'We write when it’s your turn or when something you asked for changes.',
    },
    rights: {
      title: 'Your rights',
      text: 'You can see, correct and delete your data from your profile, or by asking whoever runs this installation. If we don’t answer you can turn to the Italian data protection authority (Garante).',
    },
    who: {
      title: 'Who answers for it',
      text: 'Rimessa is free software: each installation belongs to whoever runs it, usually a hub, which is the data controller and can read its database.',
    },
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Rimessa works with the keyboard, with a screen reader, with enlarged text, with gloves on and without JavaScript.',
    do: {
      title: 'What we do',
      one: 'Every page is checked with axe and with the W3C’s validator, in both languages, by day and by night: no errors.',
      two: 'Text has a contrast of at least 5.7 to 1 and never goes below 14 px.',
      three: 'Every target is at least 44 px wide.',
      four: 'Nothing depends on colour: materials are hatches, grades are frames, urgency is notches, states are words.',
      five: 'The map always has the list of the same things beside it.',
      six: 'If your system asks for less motion, nothing moves. If it asks for more contrast, it’s there.',
    },
    limits: {
      title: 'What is missing',
      one: 'Donors write the alternative text of photos: sometimes it is poor.',
      two: 'Scanning the QR code needs a camera; the code can always be typed.',
      three: 'We haven’t yet tested with people who use a screen reader every day.',
    },
    tell: {
      title: 'If something is wrong',
      text: 'Tell whoever runs this installation: say which page it was and what you were doing.',
    },
  },
  licences: {
    title: 'Licences',
    lead: 'Rimessa is free (MIT). It is also made of other people’s work: here it is, with names and terms.',
    data: 'Data, typefaces, drawings',
    code_one: 'The package we use',
    code_other: 'The {{count}} packages we use',
    made: 'Made from package-lock.json. “Development” marks those only needed to build and test.',
    name: 'Name',
    version: 'Version',
    licence: 'Licence',
    use: 'Use',
    running: 'running',
    building: 'development',
    what: 'What',
    odd: 'An unusual licence',
    oddText:
      'react-leaflet has the Hippocratic 2.1 licence, which sets ethical conditions on use and is not an open source licence by the OSI. We use it for the map.',
  },
}
