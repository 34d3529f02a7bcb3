import webPush from 'web-push'

export type PushAddress = { endpoint: string; p256dh: string; auth: string }
export type PushMessage = { title: string; body: string; path: string; tag: string }

type Sender = { public_key: string; private_key: string }

const aDay = 86_400
const patience = 10_000

/**
 * Sends a message to one browser, encrypted for it alone (RFC 8291). 'gone' when that browser will never take another.
 * Throws when its push service is away or refuses.
 */
export async function sendPush(to: PushAddress, message: PushMessage, sender: Sender): Promise<'sent' | 'gone'> {
  try {
    await webPush.sendNotification(
      { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
      JSON.stringify(message),
      {
        vapidDetails: { subject: contact(), publicKey: sender.public_key, privateKey: sender.private_key },
        TTL: aDay,
        urgency: 'normal',
        contentEncoding: 'aes128gcm',
        timeout: patience,
      },
    )
    return 'sent'
  } catch (error) {
    if (!(error instanceof webPush.WebPushError)) throw error
    if (error.statusCode === 404 || error.statusCode === 410) return 'gone'
    // Without the endpoint: whoever has it may write to that browser.
    throw new Error(`the push service answered ${error.statusCode}: ${error.body}`)
  }
}

/** Where the browsers we know have their pushes sent. PUSH_HOSTS names more of them, with commas. */
const services = ['googleapis.com', 'push.services.mozilla.com', 'push.apple.com', 'notify.windows.com']

/** True for the address of a push service: we call no other machine because a form says so. */
export function isPushService(endpoint: string) {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, username } = new URL(endpoint)
  const known = [...services, ...(process.env['PUSH_HOSTS'] ?? '').split(',').filter(Boolean)]
  return (
    protocol === 'https:' && username === '' && known.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  )
}

/** Whom a push service asks when something is wrong with what we send. */
function contact() {
  const origin = process.env['ORIGIN'] ?? ''
  if (origin.startsWith('https:')) return origin
  const from = process.env['MAIL_FROM'] ?? 'rimessa@localhost'
  return `mailto:${/<([^>]+)>/.exec(from)?.[1] ?? from}`
}
