import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addMember, removeMember } from '#access/member-store.ts'
import { createPerson } from '#access/person-store.ts'
import { type Browser, startAsFirst, startSite } from '../try-site.ts'

let now = new Date('2026-03-01T09:00:00Z')
const site = await startSite({ now: () => now })
after(site.close)
const { browser: ada, organization } = await startAsFirst(site)
const at = (path = '') => `/api/organizations/${organization}/calendar${path}`
const { records } = site.world
const owner = { kind: 'person', id: 'none', name: 'Ada', organization, role: 'owner' } as const
const password = 'Sven likes long walks'

type Made = Readonly<{ address: string; madeAt: string; language: string }>

async function subscribe(browser: Browser, language = 'en'): Promise<Made> {
  const answer = await browser.post(at('/feed'), { language })
  assert.equal(answer.statusCode, 201, answer.body)
  return JSON.parse(answer.body)
}

/** As a calendar program asks: by the address alone, without a cookie. */
function fetched({ address }: Pick<Made, 'address'>, method: 'GET' | 'POST' | 'PUT' | 'DELETE' = 'GET') {
  return site.app.inject({ method, url: new URL(address).pathname })
}

async function join(name: string): Promise<Readonly<{ id: string; browser: Browser }>> {
  const email = `${name}@example.org`
  const { id } = await createPerson(records, { name, email, password })
  await records.within(owner, (tx) => addMember(tx, owner, id, { role: 'read-only', expiresAt: undefined }))
  const browser = site.browser()
  const answer = await browser.post('/api/auth/sign-in/email', { email, password })
  assert.equal(answer.statusCode, 200, answer.body)
  return { id, browser }
}

test('a calendar program reads the calendar by an address alone, in the language it was made in', async () => {
  const data = {
    certificate_number: 'C-1',
    body: 'A body',
    issued_on: '2026-02-01',
    expires_on: '2029-01-31',
  }
  const kept = await ada.post(`/api/organizations/${organization}/registers/certificates/records`, { data })
  assert.equal(kept.statusCode, 201, kept.body)

  const made = await subscribe(ada, 'de')
  const { statusCode, headers, body } = await fetched(made)

  assert.equal(statusCode, 200, body)
  assert.match(String(headers['content-type']), /^text\/calendar/)
  assert.match(body, /REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n/)
  assert.match(
    body,
    /DTSTART;VALUE=DATE:20290131\r\n[\s\S]*?SUMMARY:Zertifikat C-1 läuft ab \(Zertifikat\)\r\n/,
  )
  const { body: own } = await ada.get(at('/file?language=de'))
  assert.equal(
    body.match(/^UID:.*$/gm)?.join(),
    own.match(/^UID:.*$/gm)?.join(),
    'what the page shows, no more',
  )
  const { feed } = JSON.parse((await ada.get(at('/feed'))).body)
  assert.deepEqual([feed.madeAt, feed.readAt, feed.language], [made.madeAt, now.toISOString(), 'de'])
})

test('the address is told once and kept as a hash; a new one ends the one before, and an ended one opens nothing', async () => {
  const first = await subscribe(ada)
  const second = await subscribe(ada)
  const secret = second.address.slice(-30, -4)
  const { body } = await ada.get(at('/feed'))
  const rows = await records.db.selectFrom('calendar_feed').selectAll().execute()
  const trail = await ada.get(`/api/organizations/${organization}/trail`)
  for (const text of [body, JSON.stringify(rows), trail.body]) assert.ok(!text.includes(secret))
  assert.match(trail.body, /subscribe/)

  assert.deepEqual([(await fetched(first)).statusCode, (await fetched(second)).statusCode], [404, 200])
  assert.equal((await ada.ask({ method: 'DELETE', url: at('/feed') })).statusCode, 204)
  assert.equal((await fetched(second)).statusCode, 404)
  assert.equal((await ada.ask({ method: 'DELETE', url: at('/feed') })).statusCode, 404)
})

test('an invented address, and one of another organization with a foreign code, opens nothing', async () => {
  const { address } = await subscribe(ada)
  const other = JSON.parse((await ada.post('/api/organizations', { name: 'Other' })).body).id as string
  const strange = address.replace(/cal_[0-9a-f]{32}/, `cal_${other.replaceAll('-', '')}`)
  const invented = address.replace(/.{8}\.ics$/, 'AAAAAAAA.ics')

  const answers = await Promise.all(
    [strange, invented, 'http://x/api/calendars/x'].map((one) => fetched({ address: one })),
  )

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [404, 404, 404],
  )
  assert.equal(new Set(answers.map(({ body }) => body)).size, 1, 'nobody learns which of these it is')
})

test('it reads and nothing else: no other method, no page beside it, no cookie', async () => {
  const made = await subscribe(ada)

  for (const method of ['POST', 'PUT', 'DELETE'] as const)
    assert.equal((await fetched(made, method)).statusCode, 404, method)
  assert.equal((await site.app.inject({ url: at() })).statusCode, 401)
  const code = made.address.split('/').at(-1)?.replace('.ics', '')
  const headers = { authorization: `Bearer ${code}` }
  assert.equal((await site.app.inject({ url: at(), headers })).statusCode, 401)
  assert.equal((await fetched(made)).headers['set-cookie'], undefined)
})

test('it ends with the place of its person: by another role, by leaving, by the end of all sessions', async () => {
  const ben = await join('ben')
  const made = await subscribe(ben.browser)
  const role = (name: string) =>
    records.db.updateTable('membership').set({ role: name }).where('person_id', '=', ben.id).execute()
  assert.equal((await fetched(made)).statusCode, 200)

  await role('contributor')
  assert.equal((await fetched(made)).statusCode, 404)
  await role('read-only')
  assert.equal((await fetched(made)).statusCode, 200)
  const ended = await ada.ask({
    method: 'DELETE',
    url: `/api/organizations/${organization}/members/${ben.id}/sessions`,
  })
  assert.equal(ended.statusCode, 204, ended.body)
  assert.equal((await fetched(made)).statusCode, 404)

  const cleo = await join('cleo')
  const hers = await subscribe(cleo.browser)
  await records.within(owner, (tx) => removeMember(tx, owner, cleo.id))
  assert.equal((await fetched(hers)).statusCode, 404)
  await records.within(owner, (tx) =>
    addMember(tx, owner, cleo.id, { role: 'read-only', expiresAt: undefined }),
  )
  assert.equal((await fetched(hers)).statusCode, 404, 'whoever comes back makes a new one')
})

test('one address is read so often in a minute and no more, and again in the next', async () => {
  const made = await subscribe(ada)
  const statuses: number[] = []
  for (let n = 0; n < 21; n += 1) statuses.push((await fetched(made)).statusCode)
  const { headers } = await fetched(made)

  assert.deepEqual([statuses.filter((one) => one === 200).length, statuses.at(-1)], [20, 429])
  assert.equal(headers['retry-after'], '60')
  now = new Date(now.getTime() + 60_000)
  assert.equal((await fetched(made)).statusCode, 200)
})

test('a token makes no address', async () => {
  const given = { name: 'a program', scopes: ['read registers'], expiresAt: '2099-01-01T00:00:00Z' }
  const { body } = await ada.post(`/api/organizations/${organization}/tokens`, given)
  const headers = { authorization: `Bearer ${JSON.parse(body).token}` }

  const answer = await site.app.inject({ method: 'POST', url: at('/feed'), headers, payload: {} })

  assert.equal(answer.statusCode, 403, answer.body)
})
