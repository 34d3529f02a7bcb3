/** What leads to a lot: the code people say, once it has one. */
export function lotHandle({ id, code }: { id: string; code?: string | null | undefined }) {
  return code ?? id
}

/** The address of a lot's page. */
export function lotHref(lot: Parameters<typeof lotHandle>[0]) {
  return `/listings/${lotHandle(lot)}`
}
