export const home = {
  title: 'Quel che avanza torna al lavoro.',
  lead: 'Tavole, lamiere, porte, tessuti: chi li ha li offre, chi li lavora li ritira. A Roma, gratis, con il peso scritto.',
  search: { label: 'Che cosa ti serve?', placeholder: '8 tavole, almeno 1.200 mm', submit: 'Cerca vicino a te' },
  give: { link: 'Ho qualcosa da dare', rest: ': bastano una foto e due minuti.' },
  want: { link: 'Non trovi quello che ti serve', rest: '? Scrivilo: chi ce l’ha lo legge mentre pubblica.' },
  lot: 'Lotto {{code}}, {{area}}',
  soon: {
    title: 'Da portare via presto',
    all_one: '{{count}} lotto',
    all_many: 'Tutti i {{count}} di lotti',
    all_other: 'Tutti i {{count}} lotti',
  },
  total: {
    title: 'Rimessi in produzione nel {{year}}',
    link: 'Apri i conti',
    note: 'Consegnati e confermati da due persone, da gennaio a oggi. Il {{percent}} è passato su una bilancia.',
    none: 'Nessuna consegna confermata, per ora: il primo chilo può essere il tuo.',
  },
  how: {
    title: 'Come funziona',
    photograph: {
      title: 'Fotografa',
      text: 'Tre foto, quante sono, quanto sono lunghe. L’indirizzo resta nascosto finché non scegli tu.',
    },
    assign: {
      title: 'Assegna',
      text: 'Chi dona vede chi chiede, quanto e perché, e sceglie. Chi resta fuori lo sa, e sa perché.',
    },
    handOver: {
      title: 'Consegna',
      text: 'Un codice di sei caratteri, una pesata, due conferme. Solo allora i chili contano.',
    },
  },
  materials: 'Che cosa c’è adesso',
  hubs: {
    title: 'Si parte da un’officina',
    see: 'Vedi l’officina',
    where: 'Dove',
    open: 'Banco aperto',
  },
}
