import { readdir, readFile, rm } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { writeMessage } from '#app/domain/messages/write-message.server.ts'
import { write } from '#app/domain/write.server.ts'
import { photosFolder } from '#app/gateways/photo-store.server.ts'
import { closeThreads, openLines } from '#app/http/live-threads.server.ts'
import { loader as claims } from '#app/routes/claims._index/route.tsx'
import { loader as page, action as post } from '#app/routes/claims.$claimId_.messages/route.tsx'
import { action as reading } from '#app/routes/claims.$claimId_.messages_.reading/route.ts'
import { loader as poll, action as send } from '#app/routes/claims.$claimId_.messages[.]json/route.ts'
import { loader as live } from '#app/routes/claims.$claimId_.messages[.]live/route.ts'
import { photoFixture, plainJpeg } from '../support/photos.ts'
import { actOf, context, db, freshWorld, given, type Neighbour, posted, signedInRequest } from '../support/world.ts'

let claimId: string
let params: { claimId: string }
beforeEach(async () => {
  await freshWorld()
  await rm(photosFolder(), { recursive: true, force: true })
  claimId = (await given.claim({ listing_id: (await given.listing()).id })).id
  params = { claimId }
})

type Handler = typeof post | typeof send | typeof reading | typeof page | typeof poll
async function visit<H extends Handler>(who: Neighbour, handler: H, init: RequestInit = {}, query = '') {
  const request = await signedInRequest(who, `/claims/${claimId}/messages${query}`, init)
  return (await handler({ request, params, context })) as Awaited<ReturnType<H>>
}
const location = (reply: unknown) => (reply as Response).headers.get('Location')
const texts = async () =>
  (await db.selectFrom('messages').select('text').orderBy('id').execute()).map(({ text }) => text)
const key = (n: number) => `key-of-form-${n}`

let written = 0
function behindTheBack(who: Neighbour, text: string) {
  written += 1
  const ask = { text, phrase: undefined, key: `elsewhere-${written}`, is_sure: true }
  return write(db, (trx) => writeMessage(trx, actOf(who), claimId, ask))
}

describe('the page of a thread', () => {
  test('exists for its sides alone, and opening it is reading it', async () => {
    await behindTheBack('bruno', 'C’è ancora?')
    await expect(visit('gina', page)).rejects.toMatchObject({ init: { status: 404 } })
    const shown = await visit('ada', page)
    expect(shown).toMatchObject({ title: 'Messaggi su «Tavole di abete»', thread: { unread: 1, may_write: true } })
    expect((await visit('ada', page)).thread.unread).toBe(0)
    expect((await visit('bruno', page)).thread.others_read_to).toBe(shown.thread.notes[0]?.id)
  })

  test('takes a plain form once, however often it is pressed, and goes back to where it was written', async () => {
    const form = { text: 'Arrivo\r\nalle nove.', key: key(1), from: 'claim' }
    const replies = await Promise.all([visit('bruno', post, posted(form)), visit('bruno', post, posted(form))])
    expect(await texts()).toEqual(['Arrivo\nalle nove.'])
    const [{ id } = { id: '' }] = await db.selectFrom('messages').select('id').execute()
    expect(replies.map(location)).toEqual([`/claims/${claimId}#message-${id}`, `/claims/${claimId}#message-${id}`])
    const reply = await visit('bruno', post, posted({ phrase: 'van-access', text: '', key: key(2) }))
    expect(location(reply)).toMatch(new RegExp(`^/claims/${claimId}/messages#message-`))
  })

  test('keeps what was typed when it cannot take it', async () => {
    const long = 'a'.repeat(2001)
    expect(await visit('bruno', post, posted({ text: long, key: key(1) }))).toMatchObject({
      init: { status: 422 },
      data: { errors: { text: 'errors.too-long?max=2000' }, typed: { text: long } },
    })
    expect(await visit('bruno', post, posted({ text: ' ', key: key(1) }))).toMatchObject({
      data: { errors: { text: 'messages.errors.empty' } },
    })
    expect(await visit('bruno', post, posted({ phrase: 'van-access.bus', key: key(1) }))).toMatchObject({
      data: { errors: { phrase: 'errors.invalid' } },
    })
    const number = { text: 'Il mio numero: 338 123 4567', key: key(2) }
    expect(await visit('bruno', post, posted(number))).toMatchObject({
      init: { status: 409 },
      data: { refused: 'private-details', found: ['phone'], typed: number },
    })
    await visit('bruno', post, posted({ ...number, is_sure: '1' }))
    expect(await texts()).toEqual([number.text])
    await expect(visit('gina', post, posted({ text: 'Ciao', key: key(3) }))).rejects.toMatchObject({
      init: { status: 404 },
    })
  })

  test('tells the list of claims how many are unread', async () => {
    await behindTheBack('bruno', 'Uno')
    await behindTheBack('bruno', 'Due')
    const request = await signedInRequest('ada', '/claims')
    expect((await claims({ request, params: {}, context })).unread).toEqual(new Map([[claimId, 2]]))
  })
})

describe('photos in a message', () => {
  const onDisk = async () =>
    (await readdir(photosFolder(), { recursive: true })).filter((name) => name.endsWith('.webp'))
  const form = (fields: Record<string, string>, ...files: File[]) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    for (const file of files) body.append('photos', file)
    return { method: 'POST', body }
  }
  const boards = async () => new File([new Uint8Array(await readFile(photoFixture('boards.jpg')))], 'IMG_1.jpg')

  test('are prepared like any other, and wait on the server while their writer thinks again', async () => {
    const words = { text: 'Così. Chiama il 338 123 4567', key: key(1) }
    const warned = await visit('bruno', send, form(words, await boards()))
    const { refused, slips } = await warned.json()
    expect([warned.status, refused, slips.length]).toEqual([409, 'private-details', 1])
    expect(await onDisk()).toHaveLength(4)

    const reply = await visit('bruno', send, form({ ...words, is_sure: '1', slips: slips[0] }))
    const { note } = await reply.json()
    expect(note).toMatchObject({ is_mine: true, photos: [{ hash: expect.stringMatching(/^[0-9a-f]{32}$/) }] })
    expect(await onDisk()).toHaveLength(4)
  })

  test('cannot be claimed by a slip of somebody else, a forged one, or one whose files are gone', async () => {
    const words = { text: '338 123 4567', key: key(1) }
    const { slips } = await (await visit('bruno', send, form(words, await boards()))).json()
    const refusedWith = async (who: Neighbour, slip: string) =>
      (await (await visit(who, send, form({ text: 'Mia', key: key(2), slips: slip }))).json()).refused
    expect(await refusedWith('ada', slips[0])).toBe('photo-gone')
    expect(await refusedWith('bruno', `${slips[0]}x`)).toBe('photo-gone')
    await rm(photosFolder(), { recursive: true })
    expect(await refusedWith('bruno', slips[0])).toBe('photo-gone')
    expect(await texts()).toEqual([])
  })

  test('are four at most, and photos', async () => {
    const shots = await Promise.all([1, 2, 3, 4, 5].map((n) => plainJpeg(`rgb(${n * 40}, 9, 9)`, 32, 24)))
    const files = shots.map((bytes) => new File([bytes], 'a.jpg'))
    const refusal = async (...sent: File[]) =>
      (await (await visit('bruno', send, form({ text: '', key: key(1) }, ...sent))).json()).refused
    expect(await refusal(...files)).toBe('too-many-photos')
    expect(await refusal(new File(['una lettera'], 'a.jpg'))).toBe('photo-not-a-photo')
    expect(await refusal(...files.slice(0, 4))).toBeUndefined()
    expect(await db.selectFrom('message_photos').selectAll().execute()).toHaveLength(4)
  })
})

describe('without a line that holds', () => {
  test('what came after a message is asked for, and what was read is told', async () => {
    await behindTheBack('bruno', 'Uno')
    const first = await (await visit('ada', poll)).json()
    expect(first.notes).toMatchObject([{ text: 'Uno', is_mine: false, name: 'Bruno S.' }])
    const { id } = first.notes[0]
    await visit('ada', reading, posted({ up_to: id }))
    expect(await (await visit('bruno', poll, {}, `.json?after=${id}`)).json()).toMatchObject({ others_read_to: id })
    await expect(visit('gina', poll)).rejects.toMatchObject({ init: { status: 404 } })
    await expect(visit('gina', reading, posted({ up_to: id }))).rejects.toMatchObject({ init: { status: 404 } })
  })
})

describe('a line', () => {
  async function listen(who: Neighbour, lastEventId?: string) {
    const hangUp = new AbortController()
    const headers = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }
    const request = await signedInRequest(who, `/claims/${claimId}/messages.live`, { headers, signal: hangUp.signal })
    const reply = await live({ request, params, context })
    const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    /** Everything heard until the words are among it. */
    const until = async (words: string) => {
      while (!heard.includes(words)) {
        const next = await reader?.read()
        if (next?.done !== false) throw new Error(`the line ended after ${heard}`)
        heard += next.value
      }
      return heard
    }
    const end = async () => {
      while ((await reader?.read())?.done === false);
    }
    return { reply, until, end, hangUp: () => hangUp.abort() }
  }

  test('says what was missed, then what is written, here at once and elsewhere within a second', async () => {
    const missed = await behindTheBack('bruno', 'Prima')
    const line = await listen('ada')
    expect(Object.fromEntries(line.reply.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    expect(await line.until('Prima')).toContain('event: hello')
    expect(missed).toHaveProperty('id')

    // Of each the quickest of three: other tests run on the same processors.
    const times = { elsewhere: [] as number[], here: [] as number[] }
    for (const round of ['uno', 'due', 'tre']) {
      const elsewhere = performance.now()
      await behindTheBack('bruno', `Da un altro processo: ${round}`)
      await line.until(`Da un altro processo: ${round}`)
      times.elsewhere.push(performance.now() - elsewhere)

      const here = performance.now()
      await visit('bruno', send, posted({ text: `Da questo: ${round}`, key: `${key(9)}-${round}` }))
      await line.until(`Da questo: ${round}`)
      times.here.push(performance.now() - here)
    }
    expect(Math.min(...times.elsewhere)).toBeLessThan(1000)
    expect(Math.min(...times.here)).toBeLessThan(400)
    expect((await line.until('Da questo: tre')).match(/event: note/g)).toHaveLength(7)
    line.hangUp()
    await line.end()
    expect(openLines()).toBe(0)
  })

  test('goes on from the last event its browser had, and tells the writer what was read', async () => {
    await behindTheBack('bruno', 'Uno')
    const first = await listen('ada')
    const id = /id: (\S+)/.exec(await first.until('Uno'))?.[1] ?? ''
    const writer = await listen('bruno', id)
    await visit('ada', reading, posted({ up_to: id }))
    await writer.until(`event: read\ndata: "${id}"`)
    first.hangUp()
    writer.hangUp()
  })

  test('is refused to strangers, and to a member who has four', async () => {
    const request = await signedInRequest('gina', `/claims/${claimId}/messages.live`)
    await expect(live({ request, params, context })).rejects.toMatchObject({ init: { status: 404 } })
    const lines = await Promise.all([1, 2, 3, 4].map(() => listen('ada')))
    expect((await listen('ada')).reply.status).toBe(429)
    expect((await listen('bruno')).reply.status).toBe(200)
    lines[0]?.hangUp()
    expect((await listen('ada')).reply.status).toBe(200)
  })

  test('ends when the server closes, and no other begins', async () => {
    const line = await listen('dario')
    await line.until('hello')
    closeThreads()
    await line.end()
    expect(openLines()).toBe(0)
    expect((await listen('dario')).reply.status).toBe(429)
  })
})
