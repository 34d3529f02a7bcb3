import { createCookie } from '@remix-run/node'

/** Holds the session's token and nothing else. Signed, so that garbage never reaches the database. */
export const sessionCookie = createCookie('rimessa_session', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: (process.env['ORIGIN'] ?? '').startsWith('https:'),
  // As long as browsers allow. When a session ends is for the database to say.
  maxAge: 400 * 24 * 60 * 60,
  secrets: [process.env['SESSION_SECRET'] ?? 'development only'],
})

export async function sessionToken(request: Request) {
  const token: unknown = await sessionCookie.parse(request.headers.get('cookie'))
  return typeof token === 'string' && token.length > 0 ? token : undefined
}
