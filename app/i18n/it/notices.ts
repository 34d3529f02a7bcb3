export const notices = {
  title: 'Avvisi',
  lead: 'Quello che è successo ai tuoi lotti e alle tue richieste.',
  empty: 'Niente di nuovo. Ti scriviamo qui, e per email, appena qualcosa si muove.',
  emptyNext: 'Cerca un materiale',
  new: 'Nuovo',
  older: 'Avvisi precedenti',
  newest: 'Torna ai più recenti',
  seeAll: 'Segna tutto come letto',
  kinds: {
    'claim-requested': 'Qualcuno chiede {{quantity}} di «{{title}}». Leggi a che cosa servono e rispondi.',
    'claim-offered': '{{quantity}} di «{{title}}», se li vuoi. Rispondi entro {{until}}.',
    'claim-confirmed': '{{quantity}} di «{{title}}»: richiesta confermata. Ora fissate il ritiro.',
    'claim-declined': 'Questa volta «{{title}}» va a qualcun altro. Guarda che cosa c’è di simile vicino a te.',
    'claim-cancelled': 'La richiesta di {{quantity}} di «{{title}}» è annullata.',
    'claim-waitlisted':
      'Sei in lista per «{{title}}», al posto {{position}}. Se qualcuno rinuncia, te lo diciamo subito.',
    'claim-superseded':
      'Il lotto «{{title}}» è chiuso, e la tua richiesta con lui. Guarda che cosa c’è di simile vicino a te.',
    'claim-lapsed': 'Il tempo è passato: la richiesta di {{quantity}} di «{{title}}» non vale più.',
    'claim-no-show':
      '«{{title}}», {{when}}: al ritiro risulti assente, e {{quantity}} tornano liberi. Se non è andata così, dillo entro {{until}}.',
    'pickup-proposed': 'Ritiro proposto per «{{title}}»: {{when}}. Conferma, o proponi un’altra ora.',
    'pickup-confirmed': 'Ritiro fissato per «{{title}}»: {{when}}. L’indirizzo è nella pagina del ritiro.',
    'pickup-moved':
      'Il ritiro di «{{title}}» si sposta: la nuova proposta è {{when}}. Conferma, o proponi un’altra ora.',
    'pickup-cancelled': 'Il ritiro di «{{title}}» ({{when}}) è annullato.',
    'pickup-reminder': 'Promemoria: ritiro di «{{title}}», {{when}}. Se non puoi, spostalo o annullalo adesso.',
    'no-show-reported':
      '«{{title}}», {{when}}: chi ritirava dice di non aver trovato nessuno. La richiesta resta: proponi un’altra ora. Se non è andata così, dillo entro {{until}}.',
    'no-show-recorded':
      'Il ritiro di «{{title}}» ({{when}}) è segnato come mancato. Nella richiesta c’è che cosa succede adesso.',
    'no-show-contested':
      'Sul ritiro mancato di «{{title}}» ({{when}}) c’è un’altra versione. Finché chi coordina non decide, non conta.',
    'no-show-stands': 'Il ritiro mancato di «{{title}}» ({{when}}) resta scritto. Nella richiesta c’è perché.',
    'no-show-struck':
      'Il ritiro mancato di «{{title}}» ({{when}}) è tolto e non conta più. Nella richiesta c’è perché.',
    'handover-recorded': 'È scritta la consegna di {{quantity}} di «{{title}}». Controlla quantità e peso, e conferma.',
    'handover-confirmed': 'Consegna confermata da tutti e due: {{quantity}} di «{{title}}». Da adesso i chili contano.',
    'handover-objected': 'Sulla consegna di «{{title}}» qualcosa non torna. Leggi che cosa e rispondi.',
    'thanks-received': 'Per «{{title}}» ti hanno lasciato due righe. Leggile nella consegna.',
    'message-received': 'C’è un messaggio su «{{title}}». Leggi e rispondi.',
    'listing-in-review': '«{{title}}» aspetta che un coordinatore lo guardi, poi esce.',
    'listing-published': '«{{title}}» è pubblicato. Ti scriviamo appena qualcuno lo chiede.',
    'listing-refused': '«{{title}}» non passa di qui. Nella pagina del lotto c’è scritto perché, e dove portarlo.',
    'listing-expiring': '«{{title}}» deve andare {{due}}. Se c’è ancora tempo, allunga la data.',
    'listing-closed': 'Il lotto «{{title}}» è chiuso.',
    'match-found': '{{who}} offre quello che cerchi, a {{distance}}: {{quantity}} di «{{title}}»{{size}}.',
    'match-seekers_one': 'Una persona vicino a te cerca quello che offri con «{{title}}». Nella pagina del lotto puoi proporglielo.',
    'match-seekers_many': '{{count}} di persone vicino a te cercano quello che offri con «{{title}}». Nella pagina del lotto puoi proporglielo.',
    'match-seekers_other': '{{count}} persone vicino a te cercano quello che offri con «{{title}}». Nella pagina del lotto puoi proporglielo.',
    'match-invited':
      '{{who}} ha pensato a te: {{quantity}} di «{{title}}»{{size}}, a {{distance}}. Niente è riservato: se ti serve, chiedi.',
    'wanted-answered_one': 'C’è già un lotto per quello che cerchi: «{{title}}».',
    'wanted-answered_many': 'Ci sono già {{count}} di lotti per quello che cerchi: «{{title}}».',
    'wanted-answered_other': 'Ci sono già {{count}} lotti per quello che cerchi: «{{title}}».',
    'wanted-expiring': 'Cerchi ancora «{{title}}»? Se sì, allunga la data: altrimenti smettiamo di cercare {{due}}.',
    'wanted-closed': 'Il tempo per «{{title}}» è passato e abbiamo smesso di cercare. Se ti serve ancora, si riapre in un attimo.',
  },
}
