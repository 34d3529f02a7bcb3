import type { OrganisationKind } from '#db/schema/people.ts'

export type Neighbour = { key: string; name: string; quarter: string; street: string; about?: string }
export type Firm = { key: string; name: string; kind: OrganisationKind; vat?: string; by: string; quarter: string; street: string; about: string }

/** Whoever tries the demo signs in as one of these. */
export const accounts = [
  { key: 'ada', email: 'ada@demo.rimessa.it', plays: 'dona tavole e mobili da casa' },
  { key: 'bruno', email: 'bruno@demo.rimessa.it', plays: 'falegname: chiede, ritira' },
  { key: 'chiara', email: 'chiara@demo.rimessa.it', plays: 'insegna al liceo artistico' },
  { key: 'dario', email: 'dario@demo.rimessa.it', plays: 'coordina OZ – Officine Zero' },
  { key: 'nina', email: 'nina@demo.rimessa.it', plays: 'coordina il Magazzino Quadraro' },
  { key: 'ivo', email: 'ivo@demo.rimessa.it', plays: 'dona per un’impresa edile' },
  { key: 'gaia', email: 'gaia@demo.rimessa.it', plays: 'amministra' },
] as const

export const people: readonly Neighbour[] = [
  { key: 'ada', name: 'Ada Ferri', quarter: 'Montesacro', street: 'viale Gottardo 31', about: 'Ho svuotato la cantina di mio marito, che aggiustava tutto.' },
  { key: 'bruno', name: 'Bruno Santi', quarter: 'Centocelle', street: 'via dei Castani 30', about: 'Falegname. Arredi su misura e banchi per le scuole, quasi tutti da legno recuperato.' },
  { key: 'chiara', name: 'Chiara Lupi', quarter: 'Tuscolano', street: 'via Tuscolana 208', about: 'Insegno discipline plastiche.' },
  { key: 'dario', name: 'Dario Conti', quarter: 'Montesacro', street: 'via Monte Patulo 2', about: 'A OZ dal 2019: furgone, deposito, banco.' },
  { key: 'nina', name: 'Nina Greco', quarter: 'Quadraro', street: 'via dei Quintili 10', about: 'Magazzino, bilancia e pazienza.' },
  { key: 'ivo', name: 'Ivo Marra', quarter: 'Monteverde', street: 'via di Donna Olimpia 4' },
  { key: 'gaia', name: 'Gaia Rossetti', quarter: 'Montesacro', street: 'via Monte Patulo 2' },
  { key: 'luca', name: 'Luca Amato', quarter: 'Pigneto', street: 'via Fanfulla da Lodi 12', about: 'Tappezziere.' },
  { key: 'sara', name: 'Sara Pace', quarter: 'San Lorenzo', street: 'via dei Volsci 44', about: 'Allestimenti e scenografie.' },
  { key: 'pietro', name: 'Pietro Vitale', quarter: 'Magliana', street: 'via della Magliana 310' },
  { key: 'elena', name: 'Elena Sanna', quarter: 'Garbatella', street: 'via Caffaro 8' },
  { key: 'omar', name: 'Omar Diallo', quarter: 'Tor Pignattara', street: 'via della Marranella 60', about: 'Saldatore, biciclette e cancelli.' },
  { key: 'teresa', name: 'Teresa Neri', quarter: 'Prati', street: 'via Crescenzio 19' },
  { key: 'marco', name: 'Marco De Luca', quarter: 'Ostiense', street: 'via del Porto Fluviale 22' },
  { key: 'giulia', name: 'Giulia Fontana', quarter: 'Trastevere', street: 'vicolo del Cinque 24' },
  { key: 'paolo', name: 'Paolo Riva', quarter: 'Pietralata', street: 'via di Pietralata 147' },
  { key: 'anna', name: 'Anna Bassi', quarter: 'Talenti', street: 'via Ugo Ojetti 90' },
  { key: 'kamal', name: 'Kamal Hossain', quarter: 'Tor Pignattara', street: 'via Casilina 380' },
  { key: 'rosa', name: 'Rosa Marchetti', quarter: 'Tufello', street: 'via delle Isole Curzolane 15' },
  { key: 'sergio', name: 'Sergio Leoni', quarter: 'Conca d’Oro', street: 'via Val Maggia 7' },
  { key: 'irene', name: 'Irene Gallo', quarter: 'San Giovanni', street: 'via Taranto 50' },
  { key: 'tommaso', name: 'Tommaso Bruni', quarter: 'Testaccio', street: 'via Galvani 11', about: 'Liutaio.' },
  { key: 'valeria', name: 'Valeria Costa', quarter: 'Nomentano', street: 'via Livorno 20' },
  { key: 'fabio', name: 'Fabio Serra', quarter: 'Collatino', street: 'via Prenestina 220' },
  { key: 'claudia', name: 'Claudia Moretti', quarter: 'Appio Latino', street: 'via Appia Nuova 350' },
  { key: 'nadir', name: 'Nadir Benali', quarter: 'Esquilino', street: 'via Principe Amedeo 180' },
  { key: 'laura', name: 'Laura Testa', quarter: 'Aurelio', street: 'via Baldo degli Ubaldi 77' },
  { key: 'davide', name: 'Davide Orlandi', quarter: 'Cinecittà', street: 'via Lamaro 13', about: 'Attrezzista di scena.' },
  { key: 'miriam', name: 'Miriam Levi', quarter: 'Monteverde', street: 'via Carini 40' },
  { key: 'enzo', name: 'Enzo Pagani', quarter: 'Bufalotta', street: 'via della Bufalotta 320' },
  { key: 'silvia', name: 'Silvia Ricci', quarter: 'San Paolo', street: 'via Ostiense 152' },
  { key: 'yuki', name: 'Yuki Tanaka', quarter: 'Monti', street: 'via Panisperna 60', about: 'Ceramista.' },
  { key: 'giorgio', name: 'Giorgio Bianchi', quarter: 'Tor Sapienza', street: 'via di Tor Sapienza 90' },
  { key: 'alba', name: 'Alba Colonna', quarter: 'Casal Bertone', street: 'via Baldassarre Orero 30' },
  { key: 'matteo', name: 'Matteo Fabbri', quarter: 'Trieste', street: 'via Tripoli 66' },
  { key: 'lucia', name: 'Lucia Esposito', quarter: 'Primavalle', street: 'via Federico Borromeo 12' },
  { key: 'andrea', name: 'Andrea Villa', quarter: 'EUR', street: 'viale Europa 98' },
  { key: 'noemi', name: 'Noemi Carli', quarter: 'Montesacro', street: 'via Cimone 14' },
  { key: 'ugo', name: 'Ugo Salvi', quarter: 'Rebibbia', street: 'via dei Luceri 9' },
  { key: 'zoe', name: 'Zoe Martini', quarter: 'Portuense', street: 'via Portuense 300' },
]

/** VAT numbers are made up, with a right check digit. */
export const firms: readonly Firm[] = [
  { key: 'bottega', name: 'Bottega Santi', kind: 'workshop', vat: '01234567897', by: 'bruno', quarter: 'Centocelle', street: 'via dei Castani 30', about: 'Falegnameria: banchi, scaffali, infissi.' },
  { key: 'liceo', name: 'Liceo artistico Tuscolano', kind: 'school', by: 'chiara', quarter: 'Tuscolano', street: 'via Tuscolana 208', about: 'Laboratori di scultura, scenografia e design.' },
  { key: 'edilmonte', name: 'Edilmonte srl', kind: 'company', vat: '12345678903', by: 'ivo', quarter: 'Monteverde', street: 'via di Donna Olimpia 4', about: 'Ristrutturazioni. Quello che resta dal cantiere lo diamo prima di caricarlo.' },
  { key: 'amato', name: 'Tappezzeria Amato', kind: 'workshop', vat: '02345678904', by: 'luca', quarter: 'Pigneto', street: 'via Fanfulla da Lodi 12', about: 'Poltrone, tende, fondi di rotolo.' },
  { key: 'quinta', name: 'Quinta Scena', kind: 'company', vat: '03456789019', by: 'sara', quarter: 'San Lorenzo', street: 'via dei Volsci 44', about: 'Allestimenti per mostre e teatri.' },
  { key: 'ponteggi', name: 'Ponteggi Magliana', kind: 'company', vat: '04567890126', by: 'pietro', quarter: 'Magliana', street: 'via della Magliana 310', about: 'Noleggio ponteggi, tubi e giunti.' },
  { key: 'ciclofficina', name: 'Ciclofficina Marranella', kind: 'association', by: 'omar', quarter: 'Tor Pignattara', street: 'via della Marranella 60', about: 'Ripariamo bici e insegniamo a farlo.' },
  { key: 'mercato', name: 'Mercato rionale Prenestino', kind: 'public_body', by: 'fabio', quarter: 'Collatino', street: 'via Prenestina 220', about: 'Bancali e cassette, ogni settimana.' },
  { key: 'media', name: 'Scuola media Cimone', kind: 'school', by: 'noemi', quarter: 'Montesacro', street: 'via Cimone 14', about: 'Laboratorio di tecnologia.' },
  { key: 'scena', name: 'Attrezzeria Lamaro', kind: 'company', vat: '05678901231', by: 'davide', quarter: 'Cinecittà', street: 'via Lamaro 13', about: 'Oggetti e arredi di scena.' },
  { key: 'orto', name: 'Orto di Pietralata', kind: 'association', by: 'paolo', quarter: 'Pietralata', street: 'via di Pietralata 147', about: 'Orti, compost, una tettoia da finire.' },
  { key: 'marmi', name: 'Marmi Leoni', kind: 'workshop', vat: '06789012348', by: 'sergio', quarter: 'Conca d’Oro', street: 'via Val Maggia 7', about: 'Lastre, soglie, ripiani.' },
]
