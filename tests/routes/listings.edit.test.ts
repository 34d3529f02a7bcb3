import { readFile, rm } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { draftListing } from '#app/domain/listings/draft-listing.server.ts'
import { write } from '#app/domain/write.server.ts'
import { photosFolder } from '#app/gateways/photo-store.server.ts'
import { action as save } from '#app/routes/listings.$listingId_.draft/route.ts'
import { action, loader } from '#app/routes/listings.$listingId_.edit/route.tsx'
import { action as photographDisplay } from '#app/routes/listings.$listingId_.weight-photo/route.ts'
import { loader as newDraft } from '#app/routes/listings.new/route.ts'
import { loader as materialOptions } from '#app/routes/materials.options/route.ts'
import { loader as placeOptions } from '#app/routes/places.options/route.ts'
import { photoFixture } from '../support/photos.ts'
import {
  actOf,
  context,
  db,
  freshWorld,
  given,
  type Neighbour,
  posted,
  requestTo,
  signedInRequest,
} from '../support/world.ts'

let listingId: string
beforeEach(async () => {
  await freshWorld()
  await rm(photosFolder(), { recursive: true, force: true })
  listingId = await write(db, (trx) => draftListing(trx, actOf('ada')))
})

type Fields = Record<string, string>
const url = (step: string) => `/listings/${listingId}/edit?step=${step}`
const at = () => ({ params: { listingId }, context })
const row = () => db.selectFrom('listings').selectAll().where('id', '=', listingId).executeTakeFirstOrThrow()
const post = async (step: string, fields: Fields, member: Neighbour = 'ada') =>
  action({ request: await signedInRequest(member, url(step), posted(fields)), ...at() })
const page = async (step: string, member: Neighbour = 'ada') =>
  loader({ request: await signedInRequest(member, url(step)), ...at() })
const autosave = async (step: string, fields: Fields, member: Neighbour = 'ada') =>
  save({ request: await signedInRequest(member, `/listings/${listingId}/draft?step=${step}`, posted(fields)), ...at() })
const location = (reply: unknown) => (reply as Response).headers.get('location')

const beams = {
  title: 'Travetti di abete',
  material: 'Travi e travetti',
  material_key: 'wood.solid.beams',
  quantity: '18',
  unit: 'piece',
  description: '',
}
const size = {
  piece_length: '2,4',
  piece_length_unit: 'm',
  piece_width: '80',
  piece_width_unit: 'mm',
  piece_thickness: '8',
  piece_thickness_unit: 'cm',
  condition: 'good',
  weight_from: 'estimate',
}
const cellar = {
  town: 'Talenti',
  street: 'via Val Maggia 12',
  access_notes: 'Suonare',
  phone: '',
  must_go_by: '2026-12-20',
  available_from: '',
  floor: '-1',
  van_access: '1',
  allocation_rule: 'first_come',
}

describe('offering a material', () => {
  test('opens a draft, and the same one until something is in it', async () => {
    const open = async () =>
      location(await newDraft({ request: await signedInRequest('bruno', '/listings/new'), params: {}, context }))
    const first = await open()
    expect(first).toMatch(/^\/listings\/[\w-]+\/edit$/)
    expect(await open()).toBe(first)
  })

  test('asks strangers to sign in, and brings them back', async () => {
    await expect(newDraft({ request: requestTo('/listings/new'), params: {}, context })).rejects.toSatisfy(
      (reply: Response) => location(reply) === '/sign-in?to=%2Flistings%2Fnew',
    )
  })

  test('goes page by page, each saved before the next', async () => {
    expect(location(await post('material', beams))).toBe(`/listings/${listingId}/edit?step=measures`)
    expect(location(await post('measures', size))).toBe(`/listings/${listingId}/edit?step=pickup`)
    expect(location(await post('pickup', cellar))).toBe(`/listings/${listingId}/publication`)
    expect(await row()).toMatchObject({
      title: 'Travetti di abete',
      material_key: 'wood.solid.beams',
      total: 18,
      piece_length_mm: 2400,
      piece_width_mm: 80,
      piece_thickness_mm: 80,
      weight_grade: 'C',
      floor: -1,
      van_access: 1,
      has_lift: 0,
      allocation_rule: 'first_come',
      must_go_by: '2026-12-20T22:59:00.000Z',
    })
  })

  test('asks before it believes in boards of twelve metres, and keeps the rest of the page', async () => {
    await post('material', beams)
    const twelve = { ...size, piece_length: '1200', piece_length_unit: 'cm' }
    expect(await post('measures', twelve)).toMatchObject({
      init: { status: 422 },
      data: { errors: { size_right: 'posting.errors.size-unlikely?metres=12' }, typed: { piece_length: '1200' } },
    })
    expect(await row()).toMatchObject({ piece_length_mm: null, condition: 'good' })
    expect(location(await post('measures', { ...twelve, size_right: '1' }))).toBe(
      `/listings/${listingId}/edit?step=pickup`,
    )
    expect(await row()).toMatchObject({ piece_length_mm: 12_000 })
  })

  test('shows on return what was saved, as it would have been typed', async () => {
    await post('material', beams)
    await post('measures', { ...size, weight_from: 'declared', weight_declared: '150,5' })
    await post('pickup', cellar)
    expect((await page('material')).fields).toEqual(beams)
    expect((await page('measures')).fields).toMatchObject({
      piece_length: '2,4',
      piece_length_unit: 'm',
      piece_width: '8',
      piece_width_unit: 'cm',
      weight_from: 'declared',
      weight_declared: '150,5',
    })
    expect((await page('pickup')).fields).toMatchObject({
      town: 'Talenti, Roma',
      town_named: 'Talenti, Roma',
      street: 'via Val Maggia 12',
      access_notes: 'Suonare',
      must_go_by: '2026-12-20',
      floor: '-1',
    })
  })

  test('begins with no quantity, and with the address of the last time', async () => {
    expect((await page('material')).fields['quantity']).toBe('')
    const pickup = await page('pickup')
    expect(pickup).toMatchObject({ is_again: true, fields: { street: 'via Nomentana 411, scala B' } })
    expect((await row()).place_id).toBeNull()
  })

  test('is nobody else’s to see or write, not even by guessing the address', async () => {
    await expect(page('material', 'bruno')).rejects.toMatchObject({ init: { status: 404 } })
    await expect(post('material', beams, 'bruno')).rejects.toMatchObject({ init: { status: 404 } })
    await expect(autosave('material', beams, 'dario')).rejects.toMatchObject({ init: { status: 404 } })
  })
})

describe('who gets it', () => {
  test('is a fair window unless the donor says otherwise', async () => {
    expect((await page('pickup')).fields).toMatchObject({ allocation_rule: 'fair_window', is_reserved: '' })
    await post('pickup', { ...cellar, allocation_rule: 'donor_picks', is_reserved: '1', reserved_until: '2026-11-26' })
    expect(await row()).toMatchObject({ allocation_rule: 'donor_picks', reserved_until: null })
  })

  test('may put schools and non-profits first, for two days or until the day given', async () => {
    const reserved = { ...cellar, allocation_rule: 'fair_window', is_reserved: '1', reserved_until: '' }
    await post('pickup', reserved)
    expect(await row()).toMatchObject({ reserved_until: '2026-11-26T22:59:00.000Z' })
    await post('pickup', { ...reserved, reserved_until: '2026-11-30' })
    expect((await page('pickup')).fields).toMatchObject({ is_reserved: '1', reserved_until: '2026-11-30' })
  })

  test.each([
    ['2026-11-20', 'errors.past'],
    ['domani', 'errors.date'],
    ['2026-12-24', 'posting.errors.reserve-too-long'],
  ])('a reserve until %s is %s', async (reserved_until, error) => {
    const reply = await post('pickup', { ...cellar, allocation_rule: 'fair_window', is_reserved: '1', reserved_until })
    expect(reply).toMatchObject({ init: { status: 422 }, data: { errors: { reserved_until: error } } })
  })

  test('stays as it was once others have seen the lot', async () => {
    const lot = await given.listing({ allocation_rule: 'fair_window' })
    listingId = lot.id
    expect(await post('pickup', cellar)).toMatchObject({ init: { status: 409 }, data: { refused: 'rule-is-fixed' } })
    const { allocation_rule: _, ...others } = cellar
    expect(location(await post('pickup', { ...others, floor: '2' }))).toBe(`/listings/${lot.id}`)
    expect(await row()).toMatchObject({ allocation_rule: 'fair_window', floor: 2 })
  })
})

describe('a page with something wrong', () => {
  test('keeps what is right, gives back all that was typed, and says why beside the field', async () => {
    const typed = { ...beams, quantity: '8,0,0' }
    const reply = await post('material', typed)
    expect(reply).toMatchObject({
      init: { status: 422 },
      data: { typed, errors: { quantity: expect.stringContaining('8%2C0%2C0') } },
    })
    expect(await row()).toMatchObject({ title: 'Travetti di abete', material_key: 'wood.solid.beams', total: 1 })
  })

  test('asks which material was meant, by name and with a choice, without scripts', async () => {
    const typed = { ...beams, material: 'trav', material_key: '' }
    const reply = await post('material', typed)
    expect(reply).toMatchObject({
      init: { status: 422 },
      data: { errors: { material: 'posting.errors.material-which' } },
    })
    const { choices } = (reply as { data: { choices: { value: string; label: string }[] } }).data
    expect(choices).toContainEqual({ value: 'wood.solid.beams', label: 'Travi e travetti' })
    expect(location(await post('material', { ...typed, material_choice: 'wood.solid.beams' }))).toContain(
      'step=measures',
    )
  })

  test('asks which place was meant, and remembers the rest of the page', async () => {
    const reply = await post('pickup', { ...cellar, town: '00141' })
    expect(reply).toMatchObject({ init: { status: 422 }, data: { errors: { town: 'posting.errors.place-which' } } })
    expect(await row()).toMatchObject({ floor: -1, place_id: null })
    expect(location(await post('pickup', { ...cellar, town: '00141', place_choice: '41.9452,12.5401' }))).toContain(
      '/publication',
    )
    expect((await row()).place_id).not.toBeNull()
  })

  test('wants a street before it keeps an address', async () => {
    expect(await post('pickup', { ...cellar, street: '' })).toMatchObject({
      init: { status: 422 },
      data: { errors: { street: 'errors.required' } },
    })
    expect((await row()).place_id).toBeNull()
  })

  test('from a lot already public is refused whole when a promise stands against it', async () => {
    const lot = await given.listing()
    await given.claim({ listing_id: lot.id, state: 'confirmed', qty_wanted: 12 })
    listingId = lot.id
    expect(await post('material', { ...beams, quantity: '5' })).toMatchObject({
      init: { status: 422 },
      data: { errors: { quantity: 'posting.errors.below-held?quantity=12' }, typed: { quantity: '5' } },
    })
  })
})

describe('while it is being filled in', () => {
  test('it is saved, and answered with what was understood', async () => {
    await autosave('material', beams)
    const answer = await (await autosave('measures', size)).json()
    expect(answer).toMatchObject({
      errors: {},
      view: {
        total: 18,
        material_name: 'Travi e travetti',
        is_structural: true,
        estimate: { grade: 'C', method: 'size-density' },
      },
    })
    expect(answer.view.estimate.typ).toBeGreaterThan(100_000)
    expect((await row()).piece_length_mm).toBe(2400)
  })

  test('nobody is told that what comes next is missing', async () => {
    const answer = await (
      await autosave('material', { title: 'Trav', unit: 'piece', quantity: '', material: '' })
    ).json()
    expect(answer.errors).toEqual({})
    expect((await row()).title).toBe('Trav')
  })

  test('what may not pass here is said at once, with what gave it away', async () => {
    const answer = await (await autosave('material', { ...beams, title: 'Lastre di eternit' })).json()
    expect(answer.view.screening).toEqual({ block: 'asbestos', words: 'eternit' })
  })

  test('the exact address is never in the answer', async () => {
    const text = await (await autosave('pickup', cellar)).text()
    expect(text).toContain('"area"')
    expect(text).not.toMatch(/Val Maggia|Suonare/)
  })

  test('an ended session gets the sign-in page, and the way back', async () => {
    const request = requestTo(`/listings/${listingId}/draft?step=material`, {
      ...posted(beams),
      headers: { Referer: `http://localhost:3000${url('material')}` },
    })
    await expect(save({ request, ...at() })).rejects.toSatisfy(
      (reply: Response) => location(reply)?.startsWith('/sign-in?to=%2Flistings%2F') ?? false,
    )
  })

  test('a lot that others already see does not change under the fingers', async () => {
    listingId = (await given.listing()).id
    const answer = await autosave('material', { ...beams, title: 'T' })
    expect([answer.status, await answer.json()]).toEqual([409, { refused: 'not-a-draft' }])
    expect((await row()).title).toBe('Tavole di abete')
  })

  test('a page that is none is a bad request', async () => {
    expect((await autosave('confirm', beams)).status).toBe(400)
  })
})

describe('the display of a scale', () => {
  const photo = async () => new Uint8Array(await readFile(photoFixture('boards.jpg')))

  test('turns a declared figure into a weighed one', async () => {
    await post('material', beams)
    await post('measures', { ...size, weight_from: 'weighed', weight_weighed: '93,5' })
    expect((await row()).weight_grade).toBe('D')
    const request = await signedInRequest('ada', `/listings/${listingId}/weight-photo`, {
      method: 'POST',
      body: await photo(),
    })
    const { hash } = await ((await photographDisplay({ request, ...at() })) as Response).json()
    expect(await row()).toMatchObject({ weight_grade: 'A', weight_typ_g: 93_500, weight_photo_hash: hash })
  })

  test('that is no picture is refused, and the weight stays as it was', async () => {
    const request = await signedInRequest('ada', `/listings/${listingId}/weight-photo`, {
      method: 'POST',
      body: 'not a photo',
    })
    const reply = (await photographDisplay({ request, ...at() })) as Response
    expect(reply.status).toBe(422)
    expect((await row()).weight_photo_hash).toBeNull()
  })

  test('without scripts comes in a form, and goes back to the page', async () => {
    const form = new FormData()
    form.set('photos', new File([await photo()], 'display.jpg', { type: 'image/jpeg' }))
    const request = await signedInRequest('ada', `/listings/${listingId}/weight-photo`, { method: 'POST', body: form })
    expect(location(await photographDisplay({ request, ...at() }))).toBe(`/listings/${listingId}/edit?step=measures`)
    expect((await row()).weight_photo_hash).not.toBeNull()
  })

  test('is not for strangers', async () => {
    const request = await signedInRequest('bruno', `/listings/${listingId}/weight-photo`, {
      method: 'POST',
      body: await photo(),
    })
    await expect(photographDisplay({ request, ...at() })).rejects.toMatchObject({ init: { status: 404 } })
  })
})

describe('the boxes that search', () => {
  const options = async (loader: typeof materialOptions, query: string) =>
    (await loader({ request: requestTo(query), params: {}, context })).json()

  test('find a material by any of its words, in the language of the reader, with a way out last', async () => {
    const { options: found } = await options(materialOptions, '/materials/options?q=tavole')
    expect(found[0]).toMatchObject({ value: 'wood.solid.boards', note: 'Legno', mat: 'wood' })
    expect(found.at(-1).note).toBe('Non lo trovo: descrivilo')
    const english = await options(materialOptions, '/materials/options?q=planks&lang=en')
    expect(english.options[0].label).toBe('Solid wood boards')
  })

  test('find a quarter, a town, a postcode; and name a spot', async () => {
    expect((await options(placeOptions, '/places/options?q=montesacro')).options[0].label).toMatch(
      /^Monte ?[Ss]acro.*Roma$/,
    )
    expect((await options(placeOptions, '/places/options?q=tivoli')).options[0].label).toBe('Tivoli')
    expect((await options(placeOptions, '/places/options?q=00141')).options.length).toBeGreaterThan(1)
    expect(await options(placeOptions, '/places/options?latitude=41.9634&longitude=12.7968')).toEqual({
      name: 'Tivoli',
    })
  })
})
