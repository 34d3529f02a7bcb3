/** A letter as it is written, before it is put on paper. */
export type Letter = {
  locale: 'it' | 'en'
  subject: string
  paragraphs: string[]
  action: { label: string; href: string }
  /** Said before the bare address, for those whose button does not open. */
  copy: string
  foot: string
}

/** The letter without any dress. */
export function asText({ paragraphs, action, foot }: Letter) {
  return [...paragraphs, `${action.label}:\n${action.href}`, `-- \n${foot}`].join('\n\n')
}

/** The letter as mail programs show it: one column, real text, no picture, readable without its style. */
export function asHtml({ locale, subject, paragraphs, action, copy, foot }: Letter) {
  const href = escaped(action.href)
  const body = paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escaped(paragraph)}</p>`).join('\n')
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#f6f0e6;color:#15203c;font:17px/1.5 'Public Sans',system-ui,sans-serif">
<main style="max-width:34em;margin:0 auto">
<h1 style="margin:0 0 24px;font-size:24px;line-height:1.15">${escaped(subject)}</h1>
${body}
<p style="margin:24px 0"><a href="${href}" style="display:inline-block;padding:14px 20px;background:#f58a2b;color:#1b2138;font-weight:650;text-decoration:none;border-radius:4px">${escaped(action.label)}</a></p>
<p style="margin:0 0 24px;font-size:15px">${escaped(copy)}<br><a href="${href}" style="color:#22408f;word-break:break-all">${href}</a></p>
<p style="margin:0;padding-top:12px;border-top:1px solid #15203c;font-size:15px">${escaped(foot)}</p>
</main>
</body>
</html>
`
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string) {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
