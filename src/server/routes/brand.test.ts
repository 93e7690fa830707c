import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

const svg = (inside = '') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><rect width="100" height="40" fill="#7A1F5C"/>${inside}</svg>`,
  ).toString('base64')

const plain = {
  primary: '#7A1F5C',
  secondary: '#1B4F72',
  footer: 'Desk of the North',
  coverLine: 'Second edition',
  font: 'Libertinus Serif',
  officeFont: 'Source Sans 3',
  cover: 'band',
}

async function start(person: string, name: string) {
  const made = await server.as(person, { method: 'POST', url: '/api/organizations', payload: { name } })
  const url = `/api/organizations/${JSON.parse(made.body).id}/brand`
  const put = (payload: object, version: number) =>
    server.as(person, { method: 'PUT', url, payload, headers: { 'if-match': `"${version}"` } })
  const get = async () => JSON.parse((await server.as(person, { url })).body)
  return { url, put, get }
}

test('a look is kept with its logo, cleaned, and stands in the trail by its hash', async () => {
  const { url, put, get } = await start('ada', 'North')

  const kept = await put({ ...plain, logo: svg('<!-- who drew it -->') }, 0)
  const logo = await server.as('ada', { url: `${url}/logo` })
  const trail = await server.as('ada', { url: url.replace('/brand', '/trail') })

  assert.equal(kept.statusCode, 200, kept.body)
  assert.deepEqual(await get(), { ...plain, hasLogo: true, version: 1 })
  assert.equal(logo.headers['content-type'], 'image/svg+xml')
  assert.equal(logo.headers['x-content-type-options'], 'nosniff')
  assert.match(String(logo.headers['content-security-policy']), /default-src 'none'; sandbox/)
  assert.doesNotMatch(logo.body, /who drew it/)
  assert.match(trail.body, /"kind":"brand"/)
  assert.doesNotMatch(trail.body, /<svg/)
})

test('a colour that cannot be read is refused with its contrast, and nothing is kept', async () => {
  const { put, get } = await start('bea', 'Pale')

  const pale = await put({ ...plain, primary: '#FFDD00' }, 0)

  assert.equal(pale.statusCode, 422, pale.body)
  assert.match(
    pale.body,
    /#FFDD00 could hardly be read: its contrast is 1\.2\d to 1, and 4\.5 to 1 is needed/,
  )
  assert.equal((await get()).version, 0)
})

test('a face that is none, or a cover that nobody draws, is refused', async () => {
  const { put, get } = await start('gil', 'Faces')

  const answers = [
    await put({ ...plain, font: 'Comic Sans' }, 0),
    await put({ ...plain, officeFont: 'Arial"/><script>' }, 0),
    await put({ ...plain, cover: 'fireworks' }, 0),
  ]

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [422, 422, 422],
  )
  assert.equal((await get()).version, 0)
})

test('a logo that runs is refused, and the look before it stays', async () => {
  const { put, get } = await start('cleo', 'Careful')
  await put(plain, 0)

  const hostile = await put({ ...plain, footer: 'other', logo: svg('<script>alert(1)</script>') }, 1)

  assert.equal(hostile.statusCode, 422, hostile.body)
  assert.match(hostile.body, /script/)
  assert.deepEqual(await get(), { ...plain, hasLogo: false, version: 1 })
})

test('a logo stays when it is not named, and goes when it is taken away', async () => {
  const { put, get, url } = await start('dora', 'Steady')
  await put({ ...plain, logo: svg() }, 0)

  await put({ ...plain, footer: 'new words' }, 1)
  const stayed = await get()
  await put({ ...plain, logo: null }, 2)

  assert.equal(stayed.hasLogo, true)
  assert.equal((await get()).hasLogo, false)
  assert.equal((await server.as('dora', { url: `${url}/logo` })).statusCode, 404)
})

test('of two who change the same look the later one has to look again', async () => {
  const { put } = await start('eve', 'Two')
  await put(plain, 0)

  assert.equal((await put(plain, 0)).statusCode, 409)
})

test('the look of one organization is never that of another', async () => {
  const north = await start('fay', 'Norden AG')
  const south = await start('fay', 'Sueden AG')
  await north.put({ ...plain, footer: 'Norden AG only', logo: svg() }, 0)

  assert.deepEqual(
    [(await south.get()).footer, (await south.get()).hasLogo, (await south.get()).version],
    ['', false, 0],
  )
})
