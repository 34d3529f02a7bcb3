import { afterEach, beforeEach, expect } from 'vitest'

let complaints: string[] = []
let expected = false

console.error = (...words: unknown[]) => void complaints.push(words.map(String).join(' '))
console.warn = console.error

/** For a test that is about a fault: what it prints on the console is part of it. Returns the list that fills. */
export function expectComplaints(): string[] {
  expected = true
  return complaints
}

beforeEach(() => {
  complaints = []
  expected = false
})

afterEach(() => {
  if (!expected) expect(complaints, 'the console stays quiet').toEqual([])
})
