type Titled = { title?: string; description?: string; canonical?: string }
type Page = { data?: unknown; matches?: readonly { data?: unknown }[] }

/** Title, description and the one address of a page that has two, as the loader says them: `export const meta = pageMeta`. The root describes what does not. */
export function pageMeta({ data, matches = [] }: Page) {
  const { title, description, canonical } = (data ?? {}) as Titled
  const inGeneral = (matches[0]?.data as Titled | undefined)?.description
  const described = description ?? inGeneral
  return [
    { title: title ? `${title} · Rimessa` : 'Rimessa' },
    ...(described ? [{ name: 'description', content: described }] : []),
    ...(canonical ? [{ tagName: 'link', rel: 'canonical', href: canonical }] : []),
    { property: 'og:title', content: title ?? 'Rimessa' },
    { property: 'og:site_name', content: 'Rimessa' },
  ]
}
