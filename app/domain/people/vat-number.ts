/** A partita IVA as people write it → its eleven digits, or undefined when the check digit disagrees. */
export function readVatNumber(text: string) {
  const digits = text.replace(/[\s.]/g, '').replace(/^IT/i, '')
  return /^\d{11}$/.test(digits) && checksum(digits) === 0 && Number(digits.slice(0, 7)) > 0 ? digits : undefined
}

/** Every second digit doubled, tens added to units; the whole is a multiple of ten (D.M. 23 December 1976). */
function checksum(digits: string) {
  const sum = [...digits].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10
}
