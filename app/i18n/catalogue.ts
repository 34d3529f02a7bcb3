/** What Italian says is what must be said: every key in the app is derived from `it.ts`. */
export type Catalogue = typeof import('./it.ts')

type Plural = '_one' | '_many' | '_other'
type Singular<Name extends string> = Name extends `${infer Stem}${Plural}` ? Stem : Name

/** 'shell.nav.listings', 'units.piece': the path of every sentence, plural endings dropped. */
export type Key = Paths<Catalogue>
type Paths<Branch> = {
  [Name in keyof Branch & string]: Branch[Name] extends string ? Singular<Name> : `${Name}.${Paths<Branch[Name]>}`
}[keyof Branch & string]

/** The same tree without Italian's third plural form. Annotate an English file with it: a missing or invented key fails. */
export type English<Branch> = {
  readonly [Name in keyof Branch as Name extends `${string}_many` ? never : Name]: Branch[Name] extends string
    ? string
    : English<Branch[Name]>
}
