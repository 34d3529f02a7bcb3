export const blocks = [
  'asbestos',
  'refrigerant',
  'chemicals',
  'pressure',
  'batteries',
  'mercury',
  'medicines',
  'explosives',
  'treated-wood',
  'pcb',
  'mineral-wool',
  'tar',
  'rubble',
  'tyres',
  'safety-gear',
  'gas-appliance',
  'recalled',
  'bedding',
  'found',
  'already-waste',
] as const

export type Block = (typeof blocks)[number]

type Refusal = {
  block: Block
  /** Alternatives in a regular expression over folded text: no accents, no punctuation, single spaces. */
  says: string
  /** Words that make it harmless, taken out before reading. */
  unless?: string
}

const broken =
  '(?:rott[oaie]|guast[oaie]|non funzionant[ei]|smontat[oaie]|da riparare|broken|faulty|not working|dismantled)'
const cold =
  '(?:frigo|frigorifer[oi]|frigoriferi|congelator[ei]|condizionator[ei]|climatizzator[ei]|fridges?|freezers?|air conditioners?)'
const packed = '(?:nuov[oaie]|sigillat[oaie]|imballat[oaie]|brand new|new|sealed|unopened)'

export const refusals: readonly Refusal[] = [
  {
    block: 'asbestos',
    says: '(?:fibro ?)?eternit|(?:fibro)?amianto|fibrocemento|cemento amianto|crisotilo|crocidolite|asbestos|fibre cement|fiber cement',
  },
  {
    block: 'refrigerant',
    says: `freon|h?cfc|r ?(?:12|22)|${cold}(?: [a-z0-9]+){0,3} ${broken}|${broken}(?: [a-z0-9]+){0,2} ${cold}`,
  },
  {
    block: 'chemicals',
    says: [
      '(?:vernic[ei]|pittur[ae]|smalt[oi]|coll[ae]|latt[ae]|barattol[oi]) (?:gia )?(?:apert[oaie]|iniziat[oaie]|avviat[oaie]|usat[oaie])',
      'solventi|diluent[ei]|acquaragia|trielina|acido (?:muriatico|cloridrico|solforico|nitrico)|soda caustica|candeggina',
      'pesticid[ai]|diserbant[ei]|erbicid[ai]|insetticid[ai]|veleno per topi|topicida|antigelo|benzina|gasolio',
      'olio (?:motore|esausto|usato|idraulico)|oli esausti',
      '(?:opened|open|half used|part used) (?:paint|varnish|glue|tins?)|solvents|paint thinner|white spirit|turpentine',
      '(?:muriatic|hydrochloric|sulph?uric|sulfuric|nitric|battery) acid|caustic soda|bleach|pesticides?|weed ?killer|herbicides?|insecticides?',
      'antifreeze|petrol|diesel fuel|(?:used|motor|engine|waste) oil',
    ].join('|'),
  },
  {
    block: 'pressure',
    says: 'bombol[ae]|bombolett[ae]|estintor[ei]|(?:gas|propane|butane|oxygen|acetylene) (?:cylinders?|bottles?|tanks?)|aerosol cans?|fire extinguishers?|extinguishers?',
  },
  {
    block: 'batteries',
    says: 'batteri[ae] (?:al litio|al piombo|auto|moto|da auto|esaust[ae]|usat[ae]|sciolt[ae]|scarich[ae])|pile (?:esauste|usate|scariche|sciolte)|accumulator[ei] al piombo|(?:loose|used|dead|car|lead acid|lithium) batter(?:y|ies)',
  },
  {
    block: 'mercury',
    says: 'tub[oi] (?:al )?(?:neon|fluorescent[ei])|lampad[ae] (?:fluorescent[ei]|a scarica|al mercurio)|(?:termometr[oi]|interruttor[ei]) (?:a|al) mercurio|fluorescent (?:tubes?|lamps?)|neon tubes?|mercury (?:thermometers?|switch(?:es)?|lamps?)',
  },
  { block: 'medicines', says: 'farmac[oi]|medicinal[ei]|medicine|medicines|medication|prescription drugs' },
  {
    block: 'explosives',
    says: 'fuochi d artificio|petard[oi]|munizion[ei]|polvere da sparo|fumogen[oi]|fireworks?|ammunition|gunpowder|flares',
  },
  {
    block: 'treated-wood',
    says: 'traversin[ae](?: ferroviari[ae])?|creosoto|pal[oi] (?:della luce|del telefono|telegrafic[oi]|telefonic[oi])|legno trattato cca|railway sleepers?|railroad ties|creosoted?|(?:telegraph|telephone|utility) poles?|cca treated',
  },
  {
    block: 'pcb',
    says: 'condensator[ei] (?:al|con|a) pcb|olio (?:al|con) pcb|apirolio|askarel|policlorobifenili|pcb (?:oil|capacitors?|transformers?)',
  },
  {
    block: 'mineral-wool',
    says: 'lana (?:di roccia|di vetro|minerale)|fibra ceramica|rock ?wool|glass ?wool|mineral wool|stone wool|ceramic fibre',
    unless:
      '(?:lana (?:di roccia|di vetro|minerale)|rock ?wool|glass ?wool|mineral wool|stone wool)(?: [a-z0-9]+){0,8} (?:euceb|ral)',
  },
  {
    block: 'tar',
    says: 'catrame|catramat[oaie]|(?:carta|feltro|guaina) bitumat[oa] vecchi[oa]|coal tar|tarred felt|tar paper',
  },
  {
    block: 'rubble',
    says: 'calcinacci|macerie|detriti|terr[ae] da scavo|materiale di risulta|scarti di demolizione|rubble|excavated soil|demolition waste|mixed debris',
    unless:
      '(?:sacch[oi]|secch[oi]|scivol[oi]|benn[ae]|carriol[ae]|per) (?:per |da )?(?:calcinacci|macerie|detriti)|rubble (?:sacks?|bags?|chutes?|buckets?)',
  },
  {
    block: 'tyres',
    says: 'pneumatic[oi]|copert[oa]n[ei]|gomme (?:auto|da auto|invernali|estive|usate|termiche)|treno di gomme|tyres?|tires',
    unless:
      '(?:pneumatic[oi]|copert[oa]n[ei]|tyres?|tires)(?: [a-z]+){0,2} (?:bici|biciclett[ae]|bikes?|bicycles?)|(?:bici|bike|bicycle) (?:tyres?|tires)|(?:attrezz[oi]|martell[oi]|pistol[ae]|cilindr[oi]|utensil[ei]|trapan[oi]) pneumatic[oi]',
  },
  {
    block: 'safety-gear',
    says: 'seggiolin[oi] (?:da |per )?(?:auto|bimbi|bambin[oi])|ovett[oi] auto|casc(?:o|hi) (?:da|moto|bici|sci|integral[ei])|elmett[oi]|imbracatur[ae]|car seats?|child seats?|(?:bike|motorcycle|motorbike|ski|safety) helmets?|helmets?|climbing harness',
  },
  {
    block: 'gas-appliance',
    says: 'caldai[ae]|(?:stuf[ae]|scaldabagn[oi]|boiler|forn[oi]|pian[oi] cottura|fornell[oi]|cucin[ae]) (?:a|al) (?:gas|gpl|metano|petrolio|cherosene)|gas (?:boilers?|heaters?|stoves?|cookers?|hobs?|ovens?|fires?)|paraffin heaters?|kerosene heaters?',
  },
  {
    block: 'recalled',
    says: 'richiamat[oaie] dal produttore|oggetto di richiamo|ritirat[oaie] dal mercato|product recall|recalled by',
  },
  {
    block: 'bedding',
    says: 'materass[oi]|mattress(?:es)?',
    unless: `(?:materass[oi]|mattress(?:es)?) ${packed}|${packed} (?:materass[oi]|mattress(?:es)?)|(?:reti?|telaio|coprire?|copri|senza|per|porta) materass[oi]`,
  },
  {
    block: 'found',
    says: '(?:trovat|raccolt|pres|recuperat)[oaie] (?:in|per|dalla) strada|(?:accanto|vicino|davanti|fuori) (?:a|al|ai) casson(?:etto|etti|e|i)|(?:dal|dai|nel) casson(?:etto|etti|e|i)|sacch[oi] di (?:vestiti|abiti|indumenti)|found (?:in|on) the street|kerbside|curbside|(?:from|next to|by) (?:the|a) (?:bin|bins|skip|dumpster)|bags of (?:clothes|clothing)',
  },
  {
    block: 'already-waste',
    says: 'codice (?:cer|eer)|c(?:er)? 1[57] 0\\d ?\\d ?\\d|rifiut[oi] special[ei]|formulario rifiuti|con fir|waste code|ewc code|hazardous waste|special waste|waste transfer note',
  },
]
