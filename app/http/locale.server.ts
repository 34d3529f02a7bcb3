import type { Locale } from '#app/i18n/locale.ts'
import { defaultLocale, isLocale, locales } from '#app/i18n/locale.ts'

const aYear = 31_536_000

/** The address wins over the cookie, the cookie over the member's profile, that over the browser. */
export function localeOf(request: Request, memberLocale?: string | null): Locale {
  return asked(request) ?? [cookie(request), memberLocale, browser(request)].find(isLocale) ?? defaultLocale
}

/** The Set-Cookie for a language chosen in the address, or nothing. */
export function rememberLocale(request: Request): Record<string, string> {
  const locale = asked(request)
  return locale ? { 'Set-Cookie': `lang=${locale}; Path=/; Max-Age=${aYear}; SameSite=Lax` } : {}
}

function asked(request: Request) {
  return [new URL(request.url).searchParams.get('lang')].find(isLocale)
}

function cookie(request: Request) {
  return /(?:^|;\s*)lang=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
}

function browser(request: Request) {
  const wanted = (request.headers.get('accept-language') ?? '').toLowerCase()
  const places = locales.map((locale) => ({ locale, at: wanted.search(new RegExp(`\\b${locale}\\b`)) }))
  return places.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0]?.locale
}
