// Shows what is pushed to this device, and opens its page when it is touched. Of pages it keeps only a driver's round, with
// what that page is made of, until the round is closed or somebody signs out. Pictures it keeps of one round at a time.
const kept = 'rounds-1'
const picturesBefore = 'round-pictures '
const mostPictures = 200

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  const { title, body, path, tag } = event.data.json()
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { path } }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(new URL(event.notification.data.path, self.location.origin).href))
})

self.addEventListener('message', (event) => {
  const { keep: page, parts = [], pictures = [], forget } = event.data ?? {}
  if (page) event.waitUntil(keepPage(page, parts).then(() => keepPictures(page, pictures.slice(0, mostPictures))))
  if (forget) event.waitUntil(Promise.all([caches.open(kept).then((cache) => cache.delete(forget)), caches.delete(picturesBefore + forget)]))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.method === 'POST' && url.pathname.startsWith('/sign-out')) event.waitUntil(forgetAll())
  if (request.method !== 'GET') return
  if (request.mode === 'navigate' && /^\/rounds\/[\w-]+$/.test(url.pathname)) event.respondWith(pageOf(request, url))
  else if (/^\/(assets|fonts|catalogue)\/|^\/icons\.svg$|^\/photos\/[\w-]+-320\.webp$/.test(url.pathname)) event.respondWith(partOf(request))
})

const patience = 4000

async function pageOf(request, { pathname }) {
  const cache = await caches.open(kept)
  const known = await cache.match(pathname)
  if (!known) return fetch(request)
  const answer = await Promise.race([
    fetch(request).catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, patience)),
  ])
  if (!answer || answer.status >= 500) return known
  if (answer.ok && !answer.redirected) await cache.put(pathname, answer.clone())
  return answer
}

// The names of these files change with what is in them: whatever is kept under a name is still right.
async function partOf(request) {
  const known = await caches.match(request, { ignoreVary: true })
  return known ?? fetch(request)
}

async function keepPage(page, parts) {
  const cache = await caches.open(kept)
  const there = await Promise.all(parts.map(async (part) => ((await cache.match(part, { ignoreVary: true })) ? undefined : part)))
  const missing = there.filter((part) => part !== undefined)
  await Promise.all(missing.map((part) => cache.add(part).catch(() => undefined)))
  const answer = await fetch(page, { credentials: 'same-origin' }).catch(() => undefined)
  if (answer?.ok && !answer.redirected) await cache.put(page, answer)
}

async function keepPictures(page, pictures) {
  const name = picturesBefore + page
  const others = (await caches.keys()).filter((each) => each.startsWith(picturesBefore) && each !== name)
  await Promise.all(others.map((each) => caches.delete(each)))
  const cache = await caches.open(name)
  const there = (await cache.keys()).map((request) => new URL(request.url).pathname)
  await Promise.all(there.filter((each) => !pictures.includes(each)).map((each) => cache.delete(each)))
  for (const picture of pictures) if (!there.includes(picture)) await cache.add(picture).catch(() => undefined)
}

async function forgetAll() {
  const names = (await caches.keys()).filter((each) => each === kept || each.startsWith(picturesBefore))
  await Promise.all(names.map((each) => caches.delete(each)))
}

async function open(url) {
  const [window] = await self.clients.matchAll({ type: 'window' })
  if (!window) return self.clients.openWindow(url)
  await window.focus()
  return window.navigate(url)
}
