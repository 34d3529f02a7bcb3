export const units = {
  piece_one: 'pezzo',
  piece_many: 'di pezzi',
  piece_other: 'pezzi',
  gram_one: 'grammo',
  gram_many: 'di grammi',
  gram_other: 'grammi',
  names: { piece: 'pezzi', g: 'chili', mm: 'metri', cm2: 'metri quadri', dm3: 'metri cubi' },
  symbols: { piece: 'pezzi', g: 'kg', mm: 'm', cm2: 'm²', dm3: 'm³' },
}
