import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

// Its own thread has its own policy: no page has to let WebAssembly in. See scripts/serve/files.ts.
prepareZXingModule({ overrides: { locateFile: () => wasm } })

/** A picture comes in with a number; what its QR says goes out with the same. */
addEventListener('message', ({ data }: MessageEvent<{ turn: number; image: ImageData }>) => {
  const answer = (text: string | undefined, isBroken = false) => postMessage({ turn: data.turn, text, isBroken })
  readBarcodes(data.image, { formats: ['QRCode'], tryHarder: true }).then(
    (found) => answer(found.find(({ isValid }) => isValid)?.text),
    () => answer(undefined, true),
  )
})
