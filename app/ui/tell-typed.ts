/**
 * Tells React of what stands in boxes and is not what the server wrote there: typed before the page was alive, or put back
 * by the browser. React heard none of it, and would put its own text over what somebody typed.
 */
export function tellTyped() {
  for (const box of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    const { value, defaultValue } = box
    if (value !== defaultValue) tellAsTyped(box, value)
  }
}

/** React takes an event for news only where the text is another than the last it knew of: its own setter makes it know one. */
function tellAsTyped(box: HTMLInputElement | HTMLTextAreaElement, text: string) {
  const caret = document.activeElement === box ? box.selectionEnd : null
  box.value = box.defaultValue
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(box, text)
  if (caret !== null) box.setSelectionRange(caret, caret)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
