import { buildGazetteer } from './gazetteer.ts'

const { towns, places, quarters } = buildGazetteer()
console.log(`gazetteer  ${towns.length} towns, ${places.length} places, ${quarters.length} quarters of Rome`)
