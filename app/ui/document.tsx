import { createContext, useContext } from 'react'

/** What the server knows about this one document: the nonce of its scripts (a kept page has none), its catalogue, the number of its failure. */
export type DocumentFacts = { nonce?: string | undefined; catalogue: string; reference?: string | undefined }

const Facts = createContext<DocumentFacts>({ catalogue: '' })

export const DocumentContext = Facts.Provider
export const useDocument = () => useContext(Facts)
