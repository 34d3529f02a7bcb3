import { existsSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'

/** What stands on a label, in the reader's words. */
export type Label = { code: string; url: string; title: string; amounts: string; where: string }

type Sheet = { title: string; lang: string; labels: readonly Label[] }

// Eight to an A4 page, 105 × 74,25 mm: the commonest sheet of stickers. In points.
const [columns, rows] = [2, 4]
const [width, height] = [595.28 / columns, 841.89 / rows]
const [margin, side] = [20, 96]

/** Labels on A4, tagged, with the app's own face embedded: a code to be read from two metres, and its address as a QR. */
export function labelSheet({ title, lang, labels }: Sheet): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  doc.registerFont('face', faceFile())
  const root = doc.struct('Document')
  doc.addStructure(root)
  labels.forEach((label, at) => {
    const place = at % (columns * rows)
    if (place === 0 && at > 0) doc.addPage({ size: 'A4', margin: 0 })
    const spot = { x: (place % columns) * width + margin, y: Math.floor(place / columns) * height + margin }
    root.add(
      doc.struct('Sect', {}, [
        doc.struct('Figure', { alt: label.url }, () => drawQr(doc, label.url, spot)),
        ...words(doc, label, spot),
      ]),
    )
  })
  root.end()
  doc.end()
  return done
}

type Spot = { x: number; y: number }
type Doc = InstanceType<typeof PDFDocument>

function words(doc: Doc, { code, title, amounts, where }: Label, { x, y }: Spot) {
  const wide = width - 2 * margin
  const beside = wide - side - 10
  const line = (text: string, size: number, at: Spot, room: { width: number; height: number }) =>
    doc.struct('P', {}, () => {
      doc
        .font('face')
        .fontSize(size)
        .fillColor('#000')
        .text(text, at.x, at.y, { ...room, ellipsis: true, lineGap: 1 })
    })
  return [
    line(code, fitting(doc, code, wide), { x, y }, { width: wide + 4, height: 52 }),
    line(title, 13, { x, y: y + 58 }, { width: beside, height: 34 }),
    line(amounts, 15, { x, y: y + 98 }, { width: beside, height: 36 }),
    line(where, 11, { x, y: y + 138 }, { width: beside, height: 30 }),
  ]
}

function fitting(doc: Doc, text: string, wide: number) {
  doc.font('face').fontSize(10)
  return Math.min(46, Math.floor((wide / doc.widthOfString(text)) * 10))
}

function drawQr(doc: Doc, text: string, { x, y }: Spot) {
  const { size, data } = encode(text, { border: 2, ecc: 'M' })
  const dot = side / size
  const [left, top] = [x + width - 2 * margin - side, y + 62]
  data.forEach((row, down) => {
    row.forEach((isDark, along) => {
      if (isDark) doc.rect(left + along * dot, top + down * dot, dot, dot)
    })
  })
  doc.fill('#000')
}

// The build copies what is public beside the server; in development it lies where it is written.
function faceFile() {
  const name = 'fonts/apfel-grotezk-latin-700-normal.woff2'
  const built = join('build/client', name)
  return existsSync(join('public', name)) ? join('public', name) : built
}
