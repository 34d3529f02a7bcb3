export const calendars = {
  title: 'Il tuo calendario',
  lead: 'Un indirizzo da dare al calendario del telefono: i ritiri ci compaiono da soli, e si spostano quando si spostano.',
  mine: 'I tuoi ritiri',
  mineLead: 'Tutti i ritiri in cui dai o prendi, e quello che porti in officina.',
  hubLead: 'Tutti i ritiri e le prenotazioni dell’officina, per chi la coordina.',
  make: 'Crea l’indirizzo',
  renew: 'Cambia l’indirizzo',
  renewLead: 'L’indirizzo c’è già. Se lo cambi, quello di prima smette di funzionare.',
  close: 'Chiudi l’indirizzo',
  closed: 'Indirizzo chiuso: non apre più niente.',
  address: 'Indirizzo del calendario',
  addressHint:
    'Copialo adesso: non lo mostriamo più. Chi ce l’ha legge i tuoi ritiri, con gli indirizzi che puoi vedere tu.',
}
