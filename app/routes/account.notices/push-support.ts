import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether this browser can take notifications. The server cannot know: there the answer is no. */
export function usePushSupport() {
  return useSyncExternalStore(
    never,
    () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window,
    () => false,
  )
}

export type Trouble = 'denied' | 'failed'
export type PushAddress = { endpoint: string; p256dh: string; auth: string }

/** Asks for leave, then for an address to push to. Says why when there is none. */
export async function subscribe(publicKey: string): Promise<PushAddress | Trouble> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const asked = newSubscription(publicKey).catch(() => undefined)
  const subscription = await Promise.race([asked, soon()])
  const { endpoint, keys } = subscription?.toJSON() ?? {}
  if (!endpoint || !keys?.['p256dh'] || !keys['auth']) return 'failed'
  return { endpoint, p256dh: keys['p256dh'], auth: keys['auth'] }
}

/** A browser that cannot reach its push service may never say so. */
const patience = 20_000

const soon = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience))

async function newSubscription(publicKey: string) {
  await navigator.serviceWorker.register('/service-worker.js')
  const { pushManager } = await navigator.serviceWorker.ready
  // One made with other keys, or for somebody else who used this browser, would stand in the way.
  await (await pushManager.getSubscription())?.unsubscribe()
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
}
