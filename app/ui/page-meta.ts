type Titled = { title?: string; description?: string }

/** Title and description as the loader translated them: `export const meta = pageMeta`. */
export function pageMeta({ data }: { data?: unknown }) {
  const { title, description } = (data ?? {}) as Titled
  return [
    { title: title ? `${title} · Rimessa` : 'Rimessa' },
    ...(description ? [{ name: 'description', content: description }] : []),
    { property: 'og:title', content: title ?? 'Rimessa' },
    { property: 'og:site_name', content: 'Rimessa' },
  ]
}
