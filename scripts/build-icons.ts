import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

/** The Lucide icons in use. Add a name, run `npx tsx scripts/build-icons.ts`, commit what it writes. */
const names = [
  'archive',
  'arrow-down',
  'arrow-left',
  'arrow-right',
  'arrow-up',
  'bell',
  'bike',
  'calendar',
  'calendar-check',
  'camera',
  'car',
  'check',
  'circle-dashed',
  'circle-minus',
  'clock',
  'clock-alert',
  'download',
  'eye',
  'factory',
  'hand',
  'image',
  'inbox',
  'info',
  'key-round',
  'landmark',
  'list',
  'list-ordered',
  'locate',
  'lock',
  'lock-open',
  'log-out',
  'mail',
  'map',
  'map-pin',
  'map-pin-off',
  'package-check',
  'package-plus',
  'pencil',
  'pin',
  'pin-off',
  'printer',
  'phone',
  'plus',
  'rotate-cw',
  'scale',
  'scan-line',
  'school',
  'search',
  'trash-2',
  'triangle-alert',
  'truck',
  'undo-2',
  'upload',
  'user',
  'users',
  'warehouse',
  'weight',
  'wifi-off',
  'wrench',
  'x',
]

const symbols = names.map((name) => {
  const drawing = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8')
  const strokes = drawing
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace('</svg>', '')
    .replace(/\s+/g, ' ')
    .replaceAll(' />', '/>')
  return `<symbol id="${name}" viewBox="0 0 24 24">${strokes.replaceAll('> <', '><').trim()}</symbol>`
})
const sheet = `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`
const version = createHash('sha256').update(sheet).digest('hex').slice(0, 8)

writeFileSync('public/icons.svg', sheet)
writeFileSync(
  'app/ui/icon-name.ts',
  `// Written by scripts/build-icons.ts\nexport const iconSheet = '/icons.svg?v=${version}'\n\nexport type IconName =\n${names.map((name) => `  | '${name}'`).join('\n')}\n`,
)
console.log(`${names.length} icons, ${sheet.length} bytes`)
