import sharp from 'sharp'

/** A small picture, as a phone would send the display of a scale. */
export async function scalePicture(name = 'display.jpg') {
  const pixels = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#2d4b2f' } })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(pixels)], name, { type: 'image/jpeg' })
}
