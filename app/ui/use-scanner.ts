import { useRef, useState } from 'react'
import { openQrReader, type QrReader } from './read-qr.ts'

/** Nothing yet; the camera is being asked for; it looks; or why it does not. */
export type Scanning = 'off' | 'starting' | 'looking' | 'refused' | 'no-camera' | 'no-reader' | 'nothing-there'

/** A quarter of a second between two looks: a code is held still for longer. */
const pause = 250

/** A camera that reads one QR code and stops. It is asked for when somebody presses the button, and at no other time. */
export function useScanner(onText: (text: string) => void) {
  const [state, setState] = useState<Scanning>('off')
  const stream = useRef<MediaStream>()
  const reader = useRef<Promise<QrReader>>()

  function stop(next: Scanning = 'off') {
    for (const track of stream.current?.getTracks() ?? []) track.stop()
    stream.current = undefined
    setState(next)
  }

  function end(text: string) {
    stop()
    onText(text)
  }

  function open() {
    reader.current ??= openQrReader()
    return reader.current
  }

  async function start() {
    setState('starting')
    const asked = navigator.mediaDevices?.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
    const camera = await asked?.catch((trouble: unknown) => trouble)
    if (!(camera instanceof MediaStream))
      return setState(camera instanceof DOMException && camera.name === 'NotAllowedError' ? 'refused' : 'no-camera')
    stream.current = camera
    setState('looking')
  }

  /** For the `ref` of the video: looks at it for as long as it is there. */
  function look(video: HTMLVideoElement | null) {
    const camera = stream.current
    if (!video || !camera || video.srcObject === camera) return
    video.srcObject = camera
    void video.play().catch(() => undefined)
    void lookOn(video, camera)
  }

  async function lookOn(video: HTMLVideoElement, camera: MediaStream) {
    const eye = await open()
    while (stream.current === camera && video.isConnected) {
      const text = await eye.read(video).catch(() => null)
      if (stream.current !== camera) return
      if (text === null) return stop('no-reader')
      if (text) return end(text)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    // The page was left while the camera was on.
    for (const track of camera.getTracks()) track.stop()
    eye.close()
    reader.current = undefined
  }

  async function readFile(file: File | undefined) {
    if (!file) return
    const image = await createImageBitmap(file).catch(() => undefined)
    const text = image ? await (await open()).read(image).catch(() => null) : undefined
    if (text === null) return stop('no-reader')
    text ? end(text) : stop('nothing-there')
  }

  return { state, start, stop: () => stop(), look, readFile }
}
