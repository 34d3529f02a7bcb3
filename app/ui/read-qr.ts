export type Picture = HTMLVideoElement | ImageBitmap

/** What the QR in a picture says; undefined where there is none. Rejects when there is nothing to read it with. */
export type QrReader = { read: (picture: Picture) => Promise<string | undefined>; close: () => void }

type Detector = { detect: (picture: Picture) => Promise<{ rawValue: string }[]> }
type Detectors = {
  BarcodeDetector?: { new (options: { formats: string[] }): Detector; getSupportedFormats: () => Promise<string[]> }
}

/** The browser's own reader where it has one, else ours: half a megabyte that is fetched now and not before. */
export async function openQrReader(): Promise<QrReader> {
  const { BarcodeDetector } = window as Detectors
  const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? []
  if (!BarcodeDetector || !formats.includes('qr_code')) return openOurs()
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  return {
    read: async (picture) => (await detector.detect(picture).catch(() => []))[0]?.rawValue,
    close: () => undefined,
  }
}

type Answer = { turn: number; text: string | undefined; isBroken: boolean }

function openOurs(): QrReader {
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' })
  const canvas = document.createElement('canvas')
  let turn = 0
  const read = (picture: Picture) =>
    new Promise<string | undefined>((resolve, reject) => {
      turn += 1
      const mine = turn
      const image = pixelsOf(picture, canvas)
      if (!image) return resolve(undefined)
      const hear = ({ data }: MessageEvent<Answer>) => {
        if (data.turn !== mine) return
        worker.removeEventListener('message', hear)
        data.isBroken ? reject(new Error('the reader did not load')) : resolve(data.text)
      }
      worker.addEventListener('message', hear)
      worker.addEventListener('error', () => reject(new Error('the reader did not load')), { once: true })
      worker.postMessage({ turn: mine, image }, [image.data.buffer])
    })
  return { read, close: () => worker.terminate() }
}

/** At most a thousand pixels wide: a code held before a camera needs no more, and an old phone has no time for more. */
const widest = 1000

function pixelsOf(picture: Picture, canvas: HTMLCanvasElement) {
  const [width, height] =
    picture instanceof HTMLVideoElement ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height]
  if (width === 0 || height === 0) return undefined
  const scale = Math.min(1, widest / width)
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return context?.getImageData(0, 0, canvas.width, canvas.height)
}
