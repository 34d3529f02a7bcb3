/** The server of map tiles that the operator has named, with the sentence its makers ask for; undefined without one. */
export function tiles() {
  const url = process.env['TILE_URL']
  const attribution = process.env['TILE_ATTRIBUTION'] ?? '© OpenStreetMap contributors'
  return url ? { url, attribution } : undefined
}
