type Kept = { at: number; sent: boolean; fields: [string, string][] }

const aWeek = 7 * 24 * 3_600_000

/** What stands in a form, files left out. */
export function fieldsOf(form: HTMLFormElement) {
  return [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string')
}

/** Puts what is typed aside on this device until the server has it. */
export function keepTyping(place: string, form: HTMLFormElement, sent = false) {
  const kept: Kept = { at: Date.now(), sent, fields: fieldsOf(form) }
  localStorage.setItem(place, JSON.stringify(kept))
}

export function forgetTyping(place: string) {
  localStorage.removeItem(place)
}

/** Puts back what was kept. True if there was anything that the page did not already show. */
export function recallTyping(place: string, form: HTMLFormElement) {
  const kept = read(place)
  if (!kept || Date.now() - kept.at > aWeek) return false
  const before = JSON.stringify(fieldsOf(form))
  for (const element of form.elements) if (isBox(element)) refill(element, kept.fields)
  return JSON.stringify(fieldsOf(form)) !== before
}

/** Pages that were sent and led on to another one are safe: what they kept may go. */
export function forgetSentBeside(place: string, beginning: string) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(beginning) && key !== place && read(key)?.sent) localStorage.removeItem(key)
  }
}

/** What was sent before the server last saved has come through. */
export function forgetArrived(place: string, saved_at: string | null) {
  const kept = read(place)
  if (kept?.sent && saved_at !== null && kept.at < Date.parse(saved_at)) localStorage.removeItem(place)
}

function read(place: string): Kept | undefined {
  const text = localStorage.getItem(place)
  return text === null ? undefined : (JSON.parse(text) as Kept)
}

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function isBox(element: Element): element is Box {
  return (
    /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) &&
    (element as Box).name !== '' &&
    (element as Box).type !== 'hidden'
  )
}

function refill(box: Box, fields: Kept['fields']) {
  const values = fields.filter(([name]) => name === box.name).map(([, value]) => value)
  if (box instanceof HTMLInputElement && (box.type === 'radio' || box.type === 'checkbox')) {
    box.checked = values.includes(box.value)
    return
  }
  const [value] = values
  if (value === undefined || value === box.value) return
  // React watches the property on the element: the prototype's own setter goes past it, and the event then tells it.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(box, value)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
