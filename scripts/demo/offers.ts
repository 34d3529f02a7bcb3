import type { ListingRow, Unit } from '#db/schema/listings.ts'

/** A kind of lot: what its photos show, said as someone from Rome would say it. */
export type Offer = {
  /** The lot of scripts/demo/photos whose pictures it uses. */
  lot: string
  material: string
  titles: readonly string[]
  text: string
  unit: Unit
  /** Base units: from, to, step. */
  total: readonly [number, number, number]
  size?: readonly [number | null, number | null, number | null]
  condition: NonNullable<ListingRow['condition']>
  /** Grams of one base unit, when the donor has an idea; otherwise the table proposes. */
  each_g?: number
  by?: 'firm' | 'person'
}

export const offers: readonly Offer[] = [
  { lot: 'boards', material: 'wood.solid.boards', titles: ['Tavole di abete piallate', 'Tavole da ripiano, abete', 'Tavole di castagno, refilate'], text: 'Erano i ripiani di un laboratorio. Piallate sui due lati, niente chiodi, qualche foro su un bordo. Sempre state al coperto.', unit: 'piece', total: [12, 40, 4], size: [1200, 190, 27], condition: 'good' },
  { lot: 'beams', material: 'wood.solid.beams', titles: ['Travetti di abete 80 × 80', 'Travi da solaio, vecchie'], text: 'Smontati da un soppalco. Asciutti, qualche chiodo da togliere.', unit: 'piece', total: [6, 18, 2], size: [2400, 80, 80], condition: 'worn', by: 'firm' },
  { lot: 'plywood_offcuts', material: 'wood.panel.plywood', titles: ['Ritagli di multistrato betulla 18 mm', 'Multistrato, pezzi da 60 a 90 cm'], text: 'Avanzi di un allestimento, puliti, bordi a vista.', unit: 'piece', total: [15, 40, 5], size: [700, 400, 18], condition: 'good', by: 'firm' },
  { lot: 'panels', material: 'wood.panel.mdf', titles: ['Pannelli MDF 19 mm', 'Pannelli laminati bianchi'], text: 'Fondali di una mostra finita ieri. Una faccia perfetta, l’altra con qualche graffio.', unit: 'piece', total: [6, 20, 2], size: [1220, 800, 19], condition: 'good', by: 'firm' },
  { lot: 'pallets', material: 'wood.pallet', titles: ['Bancali Epal 1.200 × 800, interi', 'Bancali Epal dal mercato'], text: 'Interi, timbrati, impilati sotto la tettoia. Si caricano con il transpallet.', unit: 'piece', total: [6, 24, 3], condition: 'good', by: 'firm' },
  { lot: 'crates', material: 'wood.crate', titles: ['Cassette di legno da frutta', 'Cassette per esposizione'], text: 'Pulite, impilabili. Vanno bene per orti e scaffali.', unit: 'piece', total: [20, 60, 10], condition: 'good', each_g: 1400 },
  { lot: 'door', material: 'joinery.door.interior', titles: ['Porte a riquadri in castagno, con telaio', 'Porte interne anni Trenta'], text: 'Smontate con cura, cerniere e serrature nel sacchetto.', unit: 'piece', total: [2, 8, 1], size: [2100, 800, 45], condition: 'good', each_g: 28_000 },
  { lot: 'windows', material: 'joinery.window', titles: ['Finestre in legno, vetro doppio', 'Infissi in larice'], text: 'Cambiate per il cappotto. Vetri interi.', unit: 'piece', total: [3, 9, 1], size: [1400, 600, 70], condition: 'worn', each_g: 22_000, by: 'firm' },
  { lot: 'radiators', material: 'joinery.radiator', titles: ['Termosifoni in ghisa, tre colonne', 'Radiatori in ghisa lavati'], text: 'Scaricati e tappati. Pesano: servono due persone.', unit: 'piece', total: [2, 6, 1], condition: 'worn', each_g: 48_000 },
  { lot: 'basin', material: 'joinery.sanitary', titles: ['Lavabi in ceramica', 'Lavabo con colonna'], text: 'Bianchi, senza crepe. I fori sono quelli standard.', unit: 'piece', total: [1, 6, 1], condition: 'good', each_g: 13_500 },
  { lot: 'bricks', material: 'masonry.brick', titles: ['Mattoni pieni recuperati', 'Mattoni vecchi, puliti a mano'], text: 'Puliti dalla malta, su bancale. Formato 5 × 12 × 25.', unit: 'piece', total: [120, 400, 40], condition: 'good' },
  { lot: 'coppi', material: 'masonry.rooftile', titles: ['Coppi romani', 'Coppi antichi, lavati'], text: 'Dal rifacimento di un tetto a Monteverde. Scelti uno per uno.', unit: 'piece', total: [80, 300, 20], condition: 'good', each_g: 2200 },
  { lot: 'ceramic_tiles', material: 'masonry.tile', titles: ['Piastrelle in gres 20 × 20', 'Piastrelle bianche da bagno'], text: 'Avanzo di cantiere, scatole aperte ma piene.', unit: 'cm2', total: [60_000, 180_000, 20_000], size: [200, 200, 10], condition: 'new', by: 'firm' },
  { lot: 'marble_slabs', material: 'masonry.marble', titles: ['Ripiani di marmo bianco', 'Soglie di travertino'], text: 'Tagli di recupero, bordi lucidati su un lato.', unit: 'piece', total: [3, 12, 1], size: [900, 300, 20], condition: 'good', by: 'firm' },
  { lot: 'pots', material: 'masonry.pot', titles: ['Vasi di terracotta', 'Conche e vasi grandi'], text: 'Di misure diverse, nessuno rotto.', unit: 'piece', total: [6, 24, 3], condition: 'worn', each_g: 3200, by: 'person' },
  { lot: 'steel_tubes', material: 'metal.steel.tube', titles: ['Tubo tondo Ø 48, barre da 2 a 3 m', 'Tubi da ponteggio fuori misura'], text: 'Zincati, dritti. Fuori noleggio perché corti.', unit: 'piece', total: [12, 48, 6], size: [2500, 48, null], condition: 'good', each_g: 8400, by: 'firm' },
  { lot: 'steel_sheets', material: 'metal.steel.sheet', titles: ['Lamiera nera 2 mm, fogli', 'Ritagli di lamiera'], text: 'Fogli interi e mezzi fogli, un velo di ruggine.', unit: 'piece', total: [4, 14, 2], size: [1000, 500, 2], condition: 'good', by: 'firm' },
  { lot: 'alu_profiles', material: 'metal.aluminium.profile', titles: ['Profili di alluminio 40 × 40', 'Barre di alluminio, avanzi'], text: 'Da uno stand. Tagli puliti, tappi inclusi.', unit: 'piece', total: [10, 30, 5], size: [1500, 40, 40], condition: 'good', each_g: 2400, by: 'firm' },
  { lot: 'copper_pipes', material: 'metal.copper', titles: ['Tubo di rame 18 mm', 'Rame da impianto, spezzoni'], text: 'Spezzoni da 40 cm a 2 m, vuoti e puliti.', unit: 'g', total: [6000, 24_000, 2000], condition: 'good', by: 'firm' },
  { lot: 'shelving', material: 'furniture.shelving', titles: ['Scaffali metallici da magazzino', 'Scaffalatura a cinque ripiani'], text: 'Completi di bulloni. Già smontati.', unit: 'piece', total: [2, 8, 1], condition: 'good', each_g: 29_000 },
  { lot: 'fabric_rolls', material: 'textile.fabric', titles: ['Fondi di rotolo da tappezzeria, cotone e lino', 'Tessuti d’arredo, fine pezza'], text: 'Da 2 a 9 metri l’uno, altezza 140. Nuovi.', unit: 'mm', total: [18_000, 60_000, 6000], condition: 'new', each_g: 0.55, by: 'firm' },
  { lot: 'folded_cloths', material: 'textile.canvas', titles: ['Teli di cotone grezzo', 'Quinte di tela, lavate'], text: 'Usati in scena tre sere. Piegati e asciutti.', unit: 'cm2', total: [200_000, 600_000, 100_000], condition: 'good', each_g: 0.032 },
  { lot: 'carpet_roll', material: 'textile.carpet', titles: ['Moquette da fiera, un rotolo', 'Moquette grigia, quasi nuova'], text: 'Posata due giorni. Arrotolata, larga due metri.', unit: 'cm2', total: [200_000, 500_000, 100_000], condition: 'good', each_g: 0.13, by: 'firm' },
  { lot: 'leather_rolls', material: 'textile.leather', titles: ['Pelli da divano, avanzi', 'Ritagli grandi di pelle'], text: 'Colori misti, pezzi oltre mezzo metro.', unit: 'g', total: [4000, 14_000, 1000], condition: 'new', by: 'firm' },
  { lot: 'foam_sheets', material: 'other.foam', titles: ['Lastre di gommapiuma', 'Gommapiuma per sedute'], text: 'Nuova, densità 30, spessa 8 cm.', unit: 'piece', total: [4, 14, 2], size: [1000, 600, 80], condition: 'new', each_g: 1450, by: 'firm' },
  { lot: 'cables', material: 'electric.cable', titles: ['Cavo FS17 nuovo, matasse aperte', 'Cavo elettrico, avanzi d’impianto'], text: 'Sezione 2,5. Matasse cominciate, mai posate.', unit: 'mm', total: [60_000, 240_000, 20_000], condition: 'new', each_g: 0.034, by: 'firm' },
  { lot: 'lamps', material: 'electric.lamp', titles: ['Lampade da banco', 'Faretti da mostra'], text: 'Funzionano tutte, provate ieri.', unit: 'piece', total: [3, 14, 1], condition: 'good' },
  { lot: 'computers', material: 'electric.computer', titles: ['Computer fissi da ufficio', 'PC con schermo, dismessi'], text: 'Si accendono. Dischi già cancellati.', unit: 'piece', total: [2, 10, 1], condition: 'good', each_g: 6700, by: 'firm' },
  { lot: 'washing_machines', material: 'electric.appliance.large', titles: ['Lavatrice funzionante'], text: 'Funziona, cambiata per una più grande.', unit: 'piece', total: [1, 1, 1], condition: 'good', each_g: 65_000, by: 'person' },
  { lot: 'chairs', material: 'furniture.chair', titles: ['Sedie impilabili in faggio', 'Sedie da osteria'], text: 'Robuste, qualche segno. Due da incollare.', unit: 'piece', total: [4, 24, 2], condition: 'worn', each_g: 4300 },
  { lot: 'desks', material: 'furniture.desk', titles: ['Scrivanie 140 × 70', 'Tavoli da ufficio'], text: 'Piano chiaro, gambe smontate.', unit: 'piece', total: [2, 8, 1], size: [1400, 700, 25], condition: 'good', each_g: 31_000, by: 'firm' },
  { lot: 'dining_table', material: 'furniture.table', titles: ['Tavolo da pranzo allungabile', 'Tavolo da lavoro in abete, 2,2 m'], text: 'Stabile, il piano va carteggiato.', unit: 'piece', total: [1, 2, 1], size: [2200, 850, 40], condition: 'worn', each_g: 42_000, by: 'person' },
  { lot: 'wardrobe', material: 'furniture.wardrobe', titles: ['Armadio a due ante', 'Armadio di noce'], text: 'Smontato e numerato. Chiavi comprese.', unit: 'piece', total: [1, 2, 1], condition: 'good', each_g: 74_000, by: 'person' },
  { lot: 'sofa', material: 'furniture.sofa', titles: ['Divano a due posti'], text: 'Pulito, da casa di non fumatori.', unit: 'piece', total: [1, 1, 1], condition: 'good', by: 'person' },
  { lot: 'paper_reams', material: 'paper.sheet', titles: ['Risme di carta A3', 'Carta da stampa, fine lotto'], text: 'Risme chiuse, formati misti.', unit: 'g', total: [20_000, 80_000, 10_000], condition: 'new', by: 'firm' },
  { lot: 'boxes', material: 'paper.cardboard', titles: ['Scatole di cartone doppia onda', 'Scatoloni da trasloco'], text: 'Usate una volta, piegate.', unit: 'piece', total: [30, 90, 10], condition: 'good', each_g: 620 },
  { lot: 'barrels', material: 'other.drum', titles: ['Fusti di metallo da 200 litri'], text: 'Hanno contenuto olio d’oliva. Lavati.', unit: 'piece', total: [2, 8, 1], condition: 'worn', each_g: 17_000 },
  { lot: 'plastic_drums', material: 'other.drum', titles: ['Fusti di plastica blu', 'Bidoni alimentari con coperchio'], text: 'Hanno contenuto olive. Lavati e asciutti.', unit: 'piece', total: [4, 16, 2], condition: 'good', each_g: 4200 },
  { lot: 'tins', material: 'metal.hardware', titles: ['Barattoli di viti e bulloni', 'Minuteria da officina, mista'], text: 'Divisa per misura, in barattoli.', unit: 'g', total: [3000, 12_000, 1000], condition: 'good', by: 'person' },
  { lot: 'wheels', material: 'other.bicycle', titles: ['Ruote di bicicletta', 'Ruote e cerchi da 28'], text: 'Raggi dritti, qualche camera d’aria.', unit: 'piece', total: [6, 20, 2], condition: 'worn', each_g: 1100 },
]
