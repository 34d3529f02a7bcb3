import { randomInt } from 'node:crypto'
import type { Locale } from '#app/i18n/locale.ts'

const words: Record<Locale, string> = {
  it: 'ago asse banco bietta brugola bullone cacciavite calibro canapa carrucola cavalletto cerniera chiave chiodo colla compasso dado fibbia filo gancio guida incastro lamiera leva lima livella maglio martello mensola metro molla morsa pialla perno piombo pomolo punteruolo raspa rondella rullo sega sgorbia spago spina squadra stucco tassello tenaglia tornio trapano vite zeppa',
  en: 'anvil awl beam bench bolt bracket brad brush buckle cable chalk chisel clamp cleat compass cord dowel drill file flange gauge gimlet gouge hammer hasp hinge hook jig joist ladder lathe level lever mallet nail needle nut pegboard plane pliers pulley rasp rivet saw screw shim spanner spring square tack thread twine vice washer wedge wrench',
}

/** Three words from the workshop for the draw: whoever cannot think of one keeps these. */
export function proposedWord(locale: Locale) {
  const from = words[locale].split(' ')
  return [1, 2, 3].map(() => from[randomInt(from.length)]).join(' ')
}
