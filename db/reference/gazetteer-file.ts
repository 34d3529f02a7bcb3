/** `gazetteer.json`: arrays, not objects, because there are ten thousand of them. Degrees are in millionths. */
export type GazetteerFile = {
  /** [code, region] */
  provinces: [string, string][]
  /** [name, istat, index of province, postcodes, latitude, longitude, population, name abroad] */
  towns: [string, string, number, string[], number, number, number, string?][]
  /** [name, istat of its town, latitude, longitude, population] */
  places: [string, string, number, number, number][]
  /** [name, municipio of Rome, latitude, longitude, postcodes, other names] */
  quarters: [string, number, number, number, string[], string][]
}
