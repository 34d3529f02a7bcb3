import { afterEach, beforeEach, expect } from 'vitest'

let complaints: string[] = []

console.error = (...words: unknown[]) => void complaints.push(words.map(String).join(' '))
console.warn = console.error

beforeEach(() => {
  complaints = []
})

afterEach(() => expect(complaints, 'the console stays quiet').toEqual([]))
