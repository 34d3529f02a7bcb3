/** The families of the taxonomy in the order they are shown, each with the hatch it is drawn in. */
export const families = [
  ['wood', 'wood'],
  ['joinery', 'wood'],
  ['metal', 'metal'],
  ['masonry', 'masonry'],
  ['textile', 'textile'],
  ['electric', 'electric'],
  ['furniture', 'furniture'],
  ['paper', 'other'],
  ['plastic', 'other'],
  ['other', 'other'],
] as const
