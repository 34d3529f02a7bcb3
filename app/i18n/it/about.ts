export const about = {
  tabs: {
    label: 'Pagine sul progetto',
    how: 'Come funziona',
    weighing: 'Come pesiamo',
    refused: 'Che cosa non accettiamo',
    privacy: 'Dati personali',
    accessibility: 'Accessibilità',
    licences: 'Licenze',
  },
  how: {
    title: 'Come funziona',
    lead: 'Chi ha materiale che avanza lo offre. Chi lo lavora lo ritira. Due persone confermano, e quei chili contano.',
    give: {
      title: 'Hai qualcosa da dare',
      text: 'Tre foto, che cos’è, quanto ce n’è, dove. Se non hai una bilancia stimiamo noi il peso, e lo diciamo. Il tuo indirizzo non compare: sulla mappa c’è un cerchio, spostato a caso, e la via la vede solo chi ha una richiesta confermata.',
    },
    take: {
      title: 'Ti serve qualcosa',
      text: 'Cerca per materiale, misura e distanza. Chiedi quanto ti serve e di’ per che farne: chi dona vede le richieste e risponde. Se non tocca a te lo sai, con il motivo.',
    },
    meet: {
      title: 'Ci si vede',
      text: 'Uno propone un giorno, l’altro conferma, il calendario arriva per posta. Sul posto chi ritira mostra un codice di sei caratteri, chi dona lo scrive. Si pesa, si conferma in due, si va.',
    },
    count: {
      title: 'Contano solo i chili consegnati',
      text: 'Un annuncio vale zero. Una promessa vale zero. Vale quello che due persone diverse hanno confermato, scritto in un registro che non si può correggere di nascosto e che chiunque può ricalcolare.',
    },
    hubs: {
      title: 'Le officine',
      text: 'Un’officina raccoglie con un furgone, tiene all’asciutto quello che altrimenti andrebbe perso e coordina i ritiri. La prima è OZ – Officine Zero, in via Monte Pàtulo a Roma.',
    },
    rules: {
      title: 'Le regole, in breve',
      one: 'È gratis, sempre. Nessuno vende e nessuno compra.',
      two: 'Passa solo quello che non è mai stato un rifiuto: tuo, sano, dato perché serva.',
      three: 'Chi prende viene a prendere, nel giorno detto. Se non può, lo dice prima.',
      four: 'Si prende quello che si usa.',
    },
    offer: 'Offri un materiale',
    search: 'Cerca un materiale',
  },
  weighing: {
    title: 'Come pesiamo',
    lead: 'Ogni peso porta una lettera che dice come lo sappiamo, e un minimo e un massimo. Meglio un numero largo e vero che uno preciso e inventato.',
    grades: 'Le cinque lettere',
    grade: 'Lettera',
    meaning: 'Come lo sappiamo',
    band: 'Quanto può sbagliare',
    bands: {
      A: '±2 %',
      B: '±10 %',
      C: 'i valori della tabella, se no ±30 %',
      D: 'da metà al doppio',
      E: 'niente chili',
    },
    text: {
      A: 'Passato su una bilancia o una pesa, con chi l’ha pesato e, se c’è, la foto del display.',
      B: 'Scritto su un’etichetta, una scheda o un documento; oppure un pezzo sempre uguale, come un bancale Epal da 25 kg.',
      C: 'Misure per densità del materiale, o il peso tipico della tabella.',
      D: 'Lo dice chi dona, a occhio.',
      E: 'Nessuno lo sa: si contano i pezzi, mai i chili.',
    },
    best: {
      title: 'Vince la prova migliore',
      text: 'Un lotto può essere stimato nell’annuncio e pesato alla consegna: nel registro entra la lettera migliore. Una pesata non si cancella: se era sbagliata se ne scrive un’altra, con il motivo.',
    },
    counted: {
      title: 'Che cosa entra nel totale',
      text: 'Solo quello che è arrivato a chi lo usa ed è stato confermato da due persone. Quello che sta in un’officina è in deposito, e si conta a parte. Se una cosa torna indietro o si butta, i suoi chili si tolgono.',
    },
    range: {
      title: 'Perché c’è sempre un minimo e un massimo',
      text: 'Se sbagliamo il peso tipico di una sedia, sbagliamo quello di tutte le sedie nello stesso verso: errori così si sommano, non si compensano. Per questo accanto al totale c’è la fascia.',
    },
    chain: {
      title: 'Il registro',
      text: 'Ogni scrittura contiene l’impronta di quella prima. Cambiarne una sola cambia tutte le impronte che seguono. Il registro si scarica per intero, senza nomi: chi vuole rifà i conti.',
    },
    carbon: {
      title: 'E l’anidride carbonica?',
      text: 'Non la mettiamo nel titolo. Dipende da che cosa si sarebbe comprato al posto di quel pezzo, e nessuno l’ha mai misurato per materiali donati. I chili invece si pesano.',
    },
    sources: 'Da dove vengono i pesi tipici',
    export: 'Scarica il registro',
  },
  privacy: {
    title: 'Dati personali',
    lead: 'Teniamo quello che serve a far incontrare due persone, e niente di più. Nessuna pubblicità, nessun tracciamento, nessun dato venduto.',
    kept: {
      title: 'Che cosa teniamo',
      text: 'Nome, email, lingua, quello che scrivi nel profilo; i tuoi annunci con le foto; le tue richieste, i ritiri e le consegne; i messaggi su una richiesta, che leggono solo le due parti e l’officina; le ricerche per cui vuoi un avviso, finché le tieni. La password non la conosce nessuno: ne teniamo solo un’impronta.',
    },
    place: {
      title: 'Dove abiti',
      text: 'L’indirizzo sta in una tabella a parte. Lo vedono chi dona, i coordinatori dell’officina e chi ha una richiesta confermata. Agli altri mostriamo un cerchio il cui centro è stato spostato a caso quando l’hai scritto: dal cerchio non si torna al portone.',
    },
    streets: {
      title: 'Le vie che cerchi',
      text: 'Quasi tutti i luoghi li troviamo qui, senza chiedere a nessuno. Se chi gestisce il sito ha scelto un servizio che conosce le vie, quello che scrivi nella casella del luogo, quando la mandi e solo se è una via o un nome che non conosciamo, va a quel servizio: le parole e basta, né chi sei né da dove scrivi. Della domanda non teniamo il testo; la risposta resta qui per trenta giorni.',
    },
    photos: {
      title: 'Le foto',
      text: 'Prima di essere salvate perdono tutto quello che non si vede: posizione, data, telefono. La posizione di una foto serve solo a proporti il luogo, e solo se la accetti. L’originale non lo teniamo.',
    },
    ledger: {
      title: 'Il registro dei chili',
      text: 'Non contiene nomi. Se cancelli il profilo il tuo nome sparisce ovunque, i chili restano: sono di tutti.',
    },
    cookies: {
      title: 'I cookie',
      text: 'Due: uno ti tiene dentro, uno ricorda la lingua. Non servono a nient’altro, perciò non ti chiediamo di accettarli.',
    },
    mail: {
      title: 'La posta',
      text: 'Ti scriviamo quando tocca a te o quando qualcosa che hai chiesto cambia.',
    },
    rights: {
      title: 'I tuoi diritti',
      text: 'Puoi vedere, correggere e cancellare i tuoi dati dal profilo, o chiedendolo a chi gestisce questa installazione. Se non rispondiamo puoi rivolgerti al Garante per la protezione dei dati personali.',
    },
    who: {
      title: 'Chi risponde',
      text: 'Rimessa è un programma libero: ogni installazione appartiene a chi la gestisce, di solito un’officina, che ne è titolare del trattamento e può leggere la sua base di dati.',
    },
  },
  accessibility: {
    title: 'Accessibilità',
    lead: 'Rimessa si usa con la tastiera, con un lettore di schermo, con il testo ingrandito, con i guanti e senza JavaScript.',
    do: {
      title: 'Che cosa facciamo',
      one: 'Ogni pagina è controllata con axe e con il validatore del W3C, nelle due lingue, di giorno e di notte: nessun errore.',
      two: 'Il testo ha un contrasto di almeno 5,7 a 1 e non scende mai sotto i 14 px.',
      three: 'Ogni bersaglio è largo almeno 44 px.',
      four: 'Niente dipende dal colore: i materiali sono tratteggi, i gradi sono cornici, l’urgenza è a tacche, gli stati sono parole.',
      five: 'La mappa ha sempre accanto la lista delle stesse cose.',
      six: 'Se il sistema chiede meno movimento, non si muove nulla. Se chiede più contrasto, c’è.',
    },
    limits: {
      title: 'Che cosa manca',
      one: 'Il testo alternativo delle foto lo scrive chi dona: a volte è povero.',
      two: 'La scansione del codice QR vuole una fotocamera; il codice si può sempre scrivere.',
      three: 'Non abbiamo ancora fatto una prova con persone che usano ogni giorno un lettore di schermo.',
    },
    tell: {
      title: 'Se qualcosa non va',
      text: 'Dillo a chi gestisce questa installazione: di’ che pagina era e che cosa stavi facendo.',
    },
  },
  licences: {
    title: 'Licenze',
    lead: 'Rimessa è libera (MIT). È fatta anche del lavoro di altri: eccolo, con i nomi e i patti.',
    data: 'Dati, caratteri, disegni',
    code_one: 'Il pacchetto che usiamo',
    code_many: 'I {{count}} di pacchetti che usiamo',
    code_other: 'I {{count}} pacchetti che usiamo',
    made: 'Elenco fatto da package-lock.json. Con «sviluppo» quelli che servono solo a costruire e provare.',
    name: 'Nome',
    version: 'Versione',
    licence: 'Licenza',
    use: 'Uso',
    running: 'in funzione',
    building: 'sviluppo',
    what: 'Che cosa',
    odd: 'Una licenza fuori dal comune',
    oddText:
      'react-leaflet ha la licenza Hippocratic 2.1, che pone condizioni etiche all’uso e non è una licenza open source secondo la OSI. La usiamo per la mappa.',
  },
}
