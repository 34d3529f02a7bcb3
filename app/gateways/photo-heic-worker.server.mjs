import { parentPort, workerData } from 'node:worker_threads'
import decode from 'heic-decode'

/** @type {{ bytes: Uint8Array, maxPixels: number, maxMemoryBytes: number }} */
const { bytes, maxPixels, maxMemoryBytes } = workerData

// A worker's resourceLimits do not see WebAssembly's memory, and a short file can ask the decoder for gigabytes.
const grow = WebAssembly.Memory.prototype.grow
/** @param {number} pages of 64 KiB */
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65_536 > maxMemoryBytes) throw new RangeError('too much memory')
  return grow.call(this, pages)
}

const [image] = await decode.all({ buffer: bytes })
// The published types forget that an image knows its size before it is decoded.
const { width = Infinity, height = Infinity } = /** @type {{ width?: number, height?: number }} */ (image ?? {})
if (image && width * height <= maxPixels) {
  const pixels = await image.decode()
  parentPort?.postMessage(pixels, [/** @type {ArrayBuffer} */ (pixels.data.buffer)])
}
