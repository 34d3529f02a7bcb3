import { writeFileSync } from 'node:fs'
import { encode } from 'uqr'

const [width, height] = [640, 480]

/** A film for Chromium's fake camera that shows one QR code, a little way off, for two seconds and over again. */
export function filmOfCode(path: string, text: string) {
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightness(text), Buffer.alloc((width * height) / 2, 128)])
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(path, Buffer.concat([header, ...Array<Buffer>(20).fill(frame)]))
}

/** The switches with which Chromium takes the film for its camera. */
export function fakeCamera(path: string) {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${path}`,
  ]
}

function brightness(text: string) {
  const { size, data } = encode(text, { border: 4 })
  const scale = Math.floor((height - 40) / size)
  const [left, top] = [(width - size * scale) >> 1, (height - size * scale) >> 1]
  const pixels = Buffer.alloc(width * height, 200)
  for (let y = 0; y < size * scale; y += 1)
    for (let x = 0; x < size * scale; x += 1) {
      const isDark = data[Math.floor(y / scale)]?.[Math.floor(x / scale)]
      pixels[(top + y) * width + left + x] = isDark ? 30 : 230
    }
  return pixels
}
