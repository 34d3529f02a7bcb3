type Titled = { title?: string; description?: string }
type Page = { data?: unknown; matches?: readonly { data?: unknown }[] }

/** Title and description as the loader translated them: `export const meta = pageMeta`. The root describes what does not. */
export function pageMeta({ data, matches = [] }: Page) {
  const { title, description } = (data ?? {}) as Titled
  const inGeneral = (matches[0]?.data as Titled | undefined)?.description
  const described = description ?? inGeneral
  return [
    { title: title ? `${title} · Rimessa` : 'Rimessa' },
    ...(described ? [{ name: 'description', content: described }] : []),
    { property: 'og:title', content: title ?? 'Rimessa' },
    { property: 'og:site_name', content: 'Rimessa' },
  ]
}
