import { createContext, useContext } from 'react'
import type { Translator } from '#app/i18n/create-translator.ts'

const Spoken = createContext<Translator | undefined>(undefined)

/** Wraps the app in one language: entry.server and entry.client do, and tests. */
export const Language = Spoken.Provider

export function useT(): Translator {
  const translator = useContext(Spoken)
  if (!translator) throw new Error('useT() needs <Language value={translator(locale)}> around it')
  return translator
}
