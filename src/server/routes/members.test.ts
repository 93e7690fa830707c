import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startSending } from '../mail.ts'
import { type Browser, startAsFirst, startSite } from '../try-site.ts'
import { readable, startSmtp } from '../try-smtp.ts'

const smtp = await startSmtp()
const site = await startSite({ smtp: smtp.url })
const sender = startSending(
  site.world.records,
  { smtp: smtp.url, mailFrom: 'Clausewise <clausewise@example.org>' },
  () => undefined,
)
after(async () => {
  await sender.stop()
  await site.close()
  await smtp.close()
})
const { browser: ada, organization } = await startAsFirst(site)
const at = `/api/organizations/${organization}`
const password = 'nine yellow lamps'

async function invited(email: string, role: string, more: object = {}) {
  const answer = await ada.post(`${at}/invitations`, { email, role, ...more })
  assert.equal(answer.statusCode, 201, answer.body)
  await sender.kick()
  const mail = smtp.taken.findLast(({ to }) => to.includes(email))
  const code = /code=(inv_[\w-]+)/.exec(readable(mail?.text ?? ''))?.[1]
  assert.ok(code, 'the mail holds the link')
  return { code, id: JSON.parse(answer.body).id as string }
}

async function joined(name: string, role: string, more: object = {}): Promise<Browser> {
  const { code } = await invited(`${name}@example.org`, role, more)
  const browser = site.browser()
  const answer = await browser.post('/api/invitations/acceptance', { code, name, password })
  assert.equal(answer.statusCode, 200, answer.body)
  return browser
}

async function member(name: string) {
  const { items } = JSON.parse((await ada.get(`${at}/members`)).body)
  return items.find((one: { email: string }) => one.email === `${name}@example.org`)
}

function change(browser: Browser, { person, version }: { person: string; version: number }, payload: object) {
  const url = `${at}/members/${person}`
  return browser.ask({ method: 'PATCH', url, payload, headers: { 'if-match': `"${version}"` } })
}

test('an invitation comes by mail, is accepted by signing up, and works once', async () => {
  const { code } = await invited('ben@example.org', 'process owner')
  const seen = await site.browser().post('/api/invitations/opening', { code })
  const browser = site.browser()

  const accepted = await browser.post('/api/invitations/acceptance', { code, name: 'Ben', password })
  const again = await site.browser().post('/api/invitations/acceptance', { code, name: 'Eve', password })

  const { organization: name, role, email, hasAccount } = JSON.parse(seen.body)
  assert.deepEqual(
    [name, role, email, hasAccount],
    ['Maison Clément', 'process owner', 'ben@example.org', false],
  )
  assert.equal(accepted.statusCode, 200, accepted.body)
  assert.equal(JSON.parse(accepted.body).role, 'process owner')
  assert.equal(again.statusCode, 404)
  assert.equal(JSON.parse((await browser.get('/api/session')).body).person.name, 'Ben')
  assert.equal((await member('ben')).role, 'process owner')
})

test('once a mail is out, the outbox no longer holds its key', async () => {
  const { code } = await invited('cleo@example.org', 'contributor')

  const { items } = JSON.parse((await ada.get(`${at}/outbox`)).body)

  assert.equal(items[0].to, 'cleo@example.org')
  assert.equal(items[0].state, 'sent')
  assert.match(items[0].body, /invitation#code=\.\.\./)
  assert.doesNotMatch(items[0].body, new RegExp(code))
})

test('an invitation is for its own address only, and not for another who is signed in', async () => {
  const dora = await joined('dora', 'read-only')
  const { code } = await invited('elsa@example.org', 'programme manager')

  const answer = await dora.post('/api/invitations/acceptance', { code })

  assert.equal(answer.statusCode, 403)
  assert.match(JSON.parse(answer.body).detail, /elsa@example\.org/)
})

test('whoever has an account signs in to accept, and belongs to both organizations', async () => {
  const fred = await joined('fred', 'consultant', { roleExpiresAt: '2099-01-01T00:00:00Z' })
  const other = JSON.parse((await ada.post('/api/organizations', { name: 'Client two' })).body).id
  const payload = { email: 'fred@example.org', role: 'consultant', roleExpiresAt: '2099-06-30T00:00:00Z' }
  await ada.post(`/api/organizations/${other}/invitations`, payload)
  await sender.kick()
  const code = /code=(inv_[\w-]+)/.exec(readable(smtp.taken.at(-1)?.text ?? ''))?.[1]

  const stranger = await site.browser().post('/api/invitations/acceptance', { code, name: 'F', password })
  const accepted = await fred.post('/api/invitations/acceptance', { code })

  assert.equal(stranger.statusCode, 401)
  assert.equal(accepted.statusCode, 200, accepted.body)
  const { organizations } = JSON.parse((await fred.get('/api/session')).body)
  assert.deepEqual(
    organizations.map(({ name, role }: { name: string; role: string }) => [name, role]),
    [
      ['Client two', 'consultant'],
      ['Maison Clément', 'consultant'],
    ],
  )
})

test('an invitation that was taken back opens nothing', async () => {
  const { code, id } = await invited('gina@example.org', 'sponsor')

  await ada.ask({ method: 'DELETE', url: `${at}/invitations/${id}` })

  assert.equal((await site.browser().post('/api/invitations/opening', { code })).statusCode, 404)
  assert.equal(
    (await site.browser().post('/api/invitations/acceptance', { code, name: 'G', password })).statusCode,
    404,
  )
})

test('guests come with an end, owners without, and only an owner makes owners', async () => {
  const hugo = await joined('hugo', 'programme manager')
  const ask = (browser: Browser, payload: object) => browser.post(`${at}/invitations`, payload)

  const endless = await ask(ada, { email: 'x@example.org', role: 'external auditor' })
  const past = await ask(ada, {
    email: 'x@example.org',
    role: 'external auditor',
    roleExpiresAt: '2001-01-01T00:00:00Z',
  })
  const upstart = await ask(hugo, { email: 'x@example.org', role: 'owner' })
  const self = await change(hugo, await member('hugo'), { role: 'owner' })
  const coup = await hugo.ask({ method: 'DELETE', url: `${at}/members/${(await member('ada')).person}` })

  assert.deepEqual(
    [endless, past, upstart, self, coup].map(({ statusCode }) => statusCode),
    [422, 422, 403, 403, 403],
  )
})

test("a manager does not get to read the link of an owner's invitation", async () => {
  const ivan = await joined('ivan', 'programme manager')
  smtp.refuse(true)
  await ada.post(`${at}/invitations`, { email: 'owner2@example.org', role: 'owner' })
  smtp.refuse(false)

  const [seen, own] = await Promise.all(
    [ivan, ada].map(async (one) => JSON.parse((await one.get(`${at}/outbox`)).body).items[0]),
  )

  assert.equal(seen.to, 'owner2@example.org')
  assert.equal(seen.body, undefined)
  assert.match(own.body, /code=inv_/)
})

test('the last owner can neither go nor be anything else', async () => {
  const owner = await member('ada')

  const gone = await ada.ask({ method: 'DELETE', url: `${at}/members/${owner.person}` })
  const less = await change(ada, owner, { role: 'sponsor' })

  assert.deepEqual([gone.statusCode, less.statusCode], [409, 409])
  assert.equal((await member('ada')).role, 'owner')
})

test('a member who is removed is out at once, and can be invited again', async () => {
  const jana = await joined('jana', 'contributor')
  const { person } = await member('jana')

  const before = await jana.get(at)
  const removed = await ada.ask({ method: 'DELETE', url: `${at}/members/${person}` })
  const afterwards = await jana.get(at)
  const { code } = await invited('jana@example.org', 'read-only')
  const back = await jana.post('/api/invitations/acceptance', { code })

  assert.deepEqual([before.statusCode, removed.statusCode, afterwards.statusCode], [200, 204, 404])
  assert.equal(back.statusCode, 200, back.body)
  assert.equal((await member('jana')).role, 'read-only')
})

test('a membership that has ended opens nothing', async () => {
  const kurt = await joined('kurt', 'external auditor', { roleExpiresAt: '2099-01-01T00:00:00Z' })
  const changed = await change(ada, await member('kurt'), { expiresAt: '2026-01-01T00:00:00Z' })

  assert.equal(changed.statusCode, 200, changed.body)
  assert.equal((await kurt.get(at)).statusCode, 404)
  assert.equal(await member('kurt'), undefined)
  const { items } = JSON.parse((await ada.get(`${at}/members?former=true`)).body)
  assert.ok(
    items.some(
      ({ email, isFormer }: { email: string; isFormer: boolean }) => isFormer && email === 'kurt@example.org',
    ),
  )
})

test('a list comes in pages that neither skip nor repeat', async () => {
  const walk = async (path: string, key: string) => {
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await ada.get(`${at}/${path}?limit=2${cursor}`)
      const { items, next } = JSON.parse(body)
      seen.push(...items.map((one: Record<string, string>) => one[key]))
      if (!next) return seen
      cursor = `&cursor=${next}`
    }
  }
  const all = async (path: string, key: string) =>
    JSON.parse((await ada.get(`${at}/${path}?limit=500`)).body).items.map(
      (one: Record<string, string>) => one[key],
    )

  assert.deepEqual(await walk('members', 'person'), await all('members', 'person'))
  assert.deepEqual(await walk('invitations', 'id'), await all('invitations', 'id'))
  assert.deepEqual(await walk('outbox', 'id'), await all('outbox', 'id'))
  assert.deepEqual(await walk('trail', 'hash'), await all('trail', 'hash'))
  assert.equal((await ada.get(`${at}/members?cursor=nonsense`)).statusCode, 422)
})

test('the trail tells who invited, joined, changed and removed, and can be asked for one record', async () => {
  const { person } = await member('hugo')
  const { items } = JSON.parse((await ada.get(`${at}/trail?kind=member&record=${person}`)).body)
  const verified = JSON.parse((await ada.get(`${at}/trail/verification`)).body)

  assert.deepEqual(
    items.map(({ action, actor }: { action: string; actor: { name: string } }) => [action, actor.name]),
    [['join', 'hugo']],
  )
  assert.ok(verified.entries > 20)
  assert.deepEqual(verified.breaks, [])
})

test('a mail that is refused is tried again later, and by hand at once', async () => {
  smtp.refuse(true)
  await ada.post(`${at}/invitations`, { email: 'lena@example.org', role: 'sponsor' })
  await sender.kick()
  const waiting = JSON.parse((await ada.get(`${at}/outbox`)).body).items[0]
  smtp.refuse(false)

  const again = await ada.post(`${at}/outbox/${waiting.id}/attempts`)
  await sender.kick()

  const sent = JSON.parse((await ada.get(`${at}/outbox`)).body).items[0]
  assert.equal(waiting.state, 'waiting')
  assert.match(waiting.problem, /mailbox is full/)
  assert.equal(again.statusCode, 204, again.body)
  assert.equal(sent.state, 'sent')
  assert.equal(smtp.taken.filter(({ to }) => to.includes('lena@example.org')).length, 1)
})
