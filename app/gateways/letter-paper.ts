/** A letter as it is written, before it is put on paper. */
export type Letter = {
  locale: 'it' | 'en'
  subject: string
  paragraphs: string[]
  /** What happened, each with its page: the body of a digest. */
  items?: Link[]
  action: Link
  /** Said before the bare address, for those whose button does not open. */
  copy: string
  foot: string
  /** Where what is written and how often is chosen, and where it is stopped: on all but letters about the account. */
  leaving?: { choose: Link; stop: Link }
}

type Link = { label: string; href: string }

/** The letter without any dress. */
export function asText({ paragraphs, items = [], action, foot, leaving }: Letter) {
  const end = [foot, ...links(leaving).map(inText)].join('\n')
  return [
    ...paragraphs,
    ...items.map(({ label, href }) => `· ${label}\n  ${href}`),
    inText(action),
    `-- \n${end}`,
  ].join('\n\n')
}

const inText = ({ label, href }: Link) => `${label}:\n${href}`

const links = (leaving: Letter['leaving']) => (leaving ? [leaving.choose, leaving.stop] : [])

/** The letter as mail programs show it: one column, real text, no picture, readable without its style. */
export function asHtml({ locale, subject, paragraphs, items, action, copy, foot, leaving }: Letter) {
  const href = escaped(action.href)
  const body = paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escaped(paragraph)}</p>`).join('\n')
  const ways = links(leaving).map(
    ({ label, href }) => `<br><a href="${escaped(href)}" style="color:#22408f">${escaped(label)}</a>`,
  )
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#f6f0e6;color:#15203c;font:17px/1.5 'Public Sans',system-ui,sans-serif">
<main style="max-width:34em;margin:0 auto">
<h1 style="margin:0 0 24px;font-size:24px;line-height:1.15">${escaped(subject)}</h1>
${body}${listed(items)}
<p style="margin:24px 0"><a href="${href}" style="display:inline-block;padding:14px 20px;background:#f58a2b;color:#1b2138;font-weight:650;text-decoration:none;border-radius:4px">${escaped(action.label)}</a></p>
<p style="margin:0 0 24px;font-size:15px">${escaped(copy)}<br><a href="${href}" style="color:#22408f;word-break:break-all">${href}</a></p>
<p style="margin:0;padding-top:12px;border-top:1px solid #15203c;font-size:15px">${escaped(foot)}${ways.join('')}</p>
</main>
</body>
</html>
`
}

function listed(items: Letter['items'] = []) {
  if (items.length === 0) return ''
  const lines = items.map(
    ({ label, href }) =>
      `<li style="margin:0 0 12px"><a href="${escaped(href)}" style="color:#22408f">${escaped(label)}</a></li>`,
  )
  return `\n<ul style="margin:0 0 16px;padding:0 0 0 20px">\n${lines.join('\n')}\n</ul>`
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string) {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
