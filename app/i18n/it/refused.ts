export const refused = {
  title: 'Cosa non passa di qui',
  lead: 'Qui passano materiali e oggetti sani, che qualcuno può usare domani. Alcuni fanno male a chi li tocca, altri la legge li vuole in mani autorizzate.',
  instead: 'Dove portarlo',
  found: 'Abbiamo letto «{{words}}».',
  mistaken: 'Se abbiamo capito male, scrivilo in un altro modo: per esempio di che materiale è.',
  blocks: {
    asbestos: {
      name: 'Eternit e amianto',
      why: 'Le fibre si respirano e ammalano dopo anni. La legge 257/1992 vieta di cederlo, anche gratis. Nel dubbio, è amianto finché un’analisi non dice di no.',
      instead:
        'Non toccarlo e non romperlo. Chiama un’impresa iscritta all’Albo gestori ambientali, categoria 10: fa il sopralluogo, la notifica alla ASL e lo porta via.',
    },
    refrigerant: {
      name: 'Frigoriferi e condizionatori rotti o smontati',
      why: 'Il gas dei circuiti buca l’ozono o scalda l’aria migliaia di volte più dell’anidride carbonica. Va tolto da chi ha il patentino.',
      instead:
        'Se funziona ed è intero, offrilo e scrivilo. Se è rotto, portalo al centro di raccolta; il negozio ritira il vecchio quando compri il nuovo.',
    },
    chemicals: {
      name: 'Vernici aperte, solventi, oli, acidi, veleni',
      why: 'Un barattolo aperto non dice più cosa c’è dentro, e in viaggio si rovescia.',
      instead:
        'Portali al centro di raccolta del tuo comune, nei loro contenitori, senza mescolarli. Le latte mai aperte puoi offrirle.',
    },
    pressure: {
      name: 'Bombole, bombolette ed estintori',
      why: 'Sono recipienti in pressione: cadono, perdono, scoppiano. Anche quando sembrano vuoti.',
      instead:
        'Le bombole tornano a chi le ha vendute. Per gli estintori chiama una ditta di manutenzione antincendio.',
    },
    batteries: {
      name: 'Batterie e pile sciolte',
      why: 'Quelle al litio prendono fuoco da sole, quelle al piombo perdono acido.',
      instead: 'Le pile nei contenitori dei negozi, le batterie d’auto dall’elettrauto o al centro di raccolta.',
    },
    mercury: {
      name: 'Tubi fluorescenti e mercurio',
      why: 'Se si rompono liberano mercurio, che si respira.',
      instead: 'Interi, al centro di raccolta o nel negozio dove compri quelli nuovi.',
    },
    medicines: {
      name: 'Medicinali',
      why: 'Fuori dalla farmacia nessuno sa come sono stati tenuti.',
      instead: 'Nel contenitore bianco della farmacia.',
    },
    explosives: {
      name: 'Fuochi d’artificio e munizioni',
      why: 'Possono esplodere mentre li sposti.',
      instead: 'Non muoverli. Chiama il 112.',
    },
    'treated-wood': {
      name: 'Traversine, pali e legno al creosoto',
      why: 'Sono imbevuti di creosoto o arsenico. Il regolamento REACH li vieta in casa, nei giochi e negli orti.',
      instead:
        'Chiedi al centro di raccolta, o a un’impresa autorizzata se sono molti. Per un orto cerca larice o castagno.',
    },
    pcb: {
      name: 'Condensatori e oli con PCB',
      why: 'I PCB restano nel corpo per tutta la vita e sono vietati.',
      instead: 'Serve un’impresa autorizzata ai rifiuti pericolosi. I circuiti stampati, invece, si possono offrire.',
    },
    'mineral-wool': {
      name: 'Lana di roccia e di vetro senza certificato',
      why: 'Le fibre vecchie si respirano. Solo quelle con marchio EUCEB o RAL si sciolgono nel corpo.',
      instead:
        'Se il sacco è chiuso e porta il marchio, scrivi «EUCEB» o «RAL» nell’annuncio e metti la foto dell’etichetta. Se no, al centro di raccolta.',
    },
    tar: {
      name: 'Catrame e carta catramata',
      why: 'Il catrame di carbone provoca il cancro a chi lo maneggia.',
      instead: 'Serve un’impresa autorizzata. Le guaine bituminose nuove, in rotolo, si possono offrire.',
    },
    rubble: {
      name: 'Calcinacci, macerie e terra di scavo',
      why: 'Mescolati e alla rinfusa sono rifiuti, e portarli senza carte è un reato.',
      instead:
        'I mattoni, i coppi e le piastrelle interi separali e offrili. Il resto al centro di raccolta, o a un impianto per inerti.',
    },
    tyres: {
      name: 'Pneumatici',
      why: 'A fine vita hanno un consorzio loro; usati, nessuno qui può dire se tengono la strada.',
      instead:
        'Lasciali al gommista quando compri i nuovi, oppure al centro di raccolta. Quelli da bicicletta si possono offrire.',
    },
    'safety-gear': {
      name: 'Caschi, seggiolini, imbracature',
      why: 'Dopo un urto non proteggono più, e l’urto non si vede.',
      instead:
        'Chiedi al negozio se ritira l’usato. Se no, tagliali perché nessuno li usi e portali al centro di raccolta.',
    },
    'gas-appliance': {
      name: 'Apparecchi a gas e stufe a fiamma',
      why: 'Un attacco fatto male uccide. Li può montare e smontare solo chi è abilitato.',
      instead: 'Chiedi all’installatore che monta il nuovo. Se è da buttare, al centro di raccolta.',
    },
    recalled: {
      name: 'Prodotti richiamati',
      why: 'Il produttore ha detto che sono pericolosi.',
      instead: 'Riportalo dove l’hai comprato: ti devono riparazione, cambio o rimborso.',
    },
    bedding: {
      name: 'Materassi usati',
      why: 'Non possiamo sapere in che stato sono dentro, né se reggono il fuoco.',
      instead:
        'Nuovo e imballato puoi offrirlo: scrivilo. Usato, prenota il ritiro degli ingombranti (a Roma, AMA) o portalo al centro di raccolta.',
    },
    found: {
      name: 'Cose trovate in strada o nei cassonetti',
      why: 'Quel che è stato abbandonato è già un rifiuto, e raccoglierlo tocca al servizio pubblico. Vale anche per i sacchi di vestiti.',
      instead: 'Segnalalo al tuo comune. I vestiti che vuoi dare portali di persona alla sede di un’associazione.',
    },
    'already-waste': {
      name: 'Quel che è già rifiuto',
      why: 'Se ha un codice o un formulario, la legge lo segue fino all’impianto: non può tornare merce passando di qui.',
      instead:
        'Chiedi a chi gestisce i tuoi rifiuti la preparazione per il riutilizzo. La prossima volta offrilo prima di registrarlo.',
    },
  },
  review: {
    upholstered: 'Un coordinatore guarda prima le foto: per gli imbottiti servono l’etichetta e un tessuto pulito.',
    insulation: 'Un coordinatore controlla che non sia lana minerale senza marchio.',
    refrigerant: 'Un coordinatore controlla che funzioni, sia intero e sia davvero tuo.',
    'sealed-only': 'Un coordinatore controlla che siano confezioni mai aperte e non scadute.',
    lead: 'Un coordinatore controlla: il piombo va maneggiato con i guanti e non è per i bambini.',
    machine: 'Un coordinatore controlla che ci siano le protezioni e la marcatura CE.',
    'used-textile': 'Un coordinatore controlla che siano puliti e consegnati di persona.',
  },
  notices: {
    structural: 'Non è certificato. Se deve reggere un peso o fermare un incendio, prima lo guarda un tecnico.',
  },
}
