export const delivery = {
  title: 'Dove la portiamo?',
  why: 'Il furgone dell’officina la porta fin qui. L’indirizzo lo leggi tu e chi guida, nessun altro.',
  save: 'Salva il posto',
  back: 'Torna alla richiesta',
  saved: 'Posto salvato. L’officina la mette in un giro e ti propone un orario.',
  ask: 'Dì dove portarla',
  asked: 'Hai chiesto la consegna: manca il posto. Senza, il furgone non può metterla in un giro.',
  named: 'La porta l’officina',
  change: 'Cambia il posto',
  refused: {
    'no-such-claim': 'Questa richiesta non c’è più.',
    'not-yours': 'Il posto lo dice chi la riceve, o l’officina per suo conto.',
    'claim-ended': 'Questa richiesta è finita: non c’è più niente da portare.',
    'on-a-round': 'È già in un giro: chiedi all’officina di toglierla, poi cambia il posto.',
    'outside-italy': 'Il furgone non esce dall’Italia: scegli un posto più vicino.',
  },
}
