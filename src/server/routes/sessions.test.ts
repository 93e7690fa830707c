import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { type TOTP, URI } from 'otpauth'
import { type Browser, startAsFirst, startSite } from '../try-site.ts'

const site = await startSite()
after(site.close)
const { db } = site.world.records
const [email, password] = ['ada@example.org', 'seven blue herons']
const { browser: ada, organization } = await startAsFirst(site)
const at = `/api/organizations/${organization}`

async function signedIn(who = email, by = password): Promise<Browser> {
  const browser = site.browser()
  assert.equal((await browser.post('/api/auth/sign-in/email', { email: who, password: by })).statusCode, 200)
  return browser
}

async function joined(name: string, role: string): Promise<Browser> {
  const to = `${name}@example.org`
  await ada.post(`${at}/invitations`, { email: to, role })
  const { body } = await db
    .selectFrom('mail')
    .select('body')
    .where('recipient', '=', to)
    .executeTakeFirstOrThrow()
  const code = /code=(inv_[\w-]+)/.exec(body)?.[1]
  const browser = site.browser()
  await browser.post('/api/invitations/acceptance', { code, name, password: 'nine yellow lamps' })
  return browser
}

async function idOf(browser: Browser): Promise<string> {
  const { items } = JSON.parse((await browser.get('/api/sessions')).body)
  return items.find((one: { isThis: boolean }) => one.isThis).id
}

const end = (browser: Browser, path: string) => browser.ask({ method: 'DELETE', url: path })
const isIn = async (browser: Browser) => (await browser.get(at)).statusCode === 200

test('a person sees the own sessions without what opens them, and ends one or all others', async () => {
  const mine = await joined('gil', 'contributor')
  const [to, by] = ['gil@example.org', 'nine yellow lamps']
  const [other, third] = [await signedIn(to, by), await signedIn(to, by)]
  const list = await mine.get('/api/sessions')

  const ended = await end(mine, `/api/sessions/${await idOf(other)}`)
  const wasIn = [await isIn(mine), await isIn(other), await isIn(third)]
  const rest = await end(mine, '/api/sessions')

  const { items, idleHours, longestHours } = JSON.parse(list.body)
  assert.deepEqual([idleHours, longestHours], [72, 720])
  assert.equal(items.length, 3)
  assert.equal(items.filter((one: { isThis: boolean }) => one.isThis).length, 1)
  assert.equal(items[0].way, 'password')
  assert.doesNotMatch(list.body, /token/)
  assert.deepEqual([ended.statusCode, ...wasIn], [204, true, false, true])
  assert.deepEqual([rest.statusCode, await isIn(mine), await isIn(third)], [204, true, false])
})

test('the session of somebody else cannot be ended by its number', async () => {
  const ben = await joined('ben', 'read-only')
  const mine = await signedIn()

  assert.equal((await end(ben, `/api/sessions/${await idOf(mine)}`)).statusCode, 404)
  assert.equal(await isIn(mine), true)
})

test('a session that was left alone too long, or is too old, is over, also for the sign-in library', async () => {
  const [idle, old, used] = [await signedIn(), await signedIn(), await signedIn()]
  const age = (id: string, column: string, hours: number) =>
    sql`update session set ${sql.ref(column)} = now() - make_interval(hours => ${hours}) where id = ${id}`.execute(
      db,
    )
  await age(await idOf(idle), 'updated_at', 73)
  const oldId = await idOf(old)
  await age(oldId, 'created_at', 721)
  const usedId = await idOf(used)
  await age(usedId, 'updated_at', 71)

  const change = await idle.post('/api/auth/change-password', {
    currentPassword: password,
    newPassword: 'x y z 1 2 3 4 5',
  })

  assert.equal(change.statusCode, 401)
  assert.deepEqual([await isIn(idle), await isIn(old), await isIn(used)], [false, false, true])
  const { rows } = await sql<{ seconds: number }>`
    select extract(epoch from now() - updated_at)::int as seconds from session where id = ${usedId}`.execute(
    db,
  )
  assert.ok((rows[0]?.seconds ?? 99) < 60, 'use is noted')
})

test('a session older than a quarter of an hour changes no way to sign in and ends no session', async () => {
  const browser = await signedIn()
  const other = await signedIn()
  await sql`update session set created_at = now() - interval '16 minutes' where id = ${await idOf(browser)}`.execute(
    db,
  )

  const answers = [
    await browser.post('/api/auth/two-factor/enable', { password }),
    await browser.get('/api/auth/passkey/generate-register-options'),
    await browser.post('/api/auth/passkey/delete-passkey', { id: 'any' }),
    await end(browser, `/api/sessions/${await idOf(other)}`),
    await end(browser, '/api/sessions'),
  ]

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [403, 403, 403, 403, 403],
  )
  assert.match(answers[3]?.body ?? '', /sign in again/)
  assert.equal(await isIn(other), true)
})

test('whoever manages people ends all sessions of a member, but only an owner those of an owner', async () => {
  const cleo = await joined('cleo', 'programme manager')
  const dan = await joined('dan', 'contributor')
  const { items } = JSON.parse((await ada.get(`${at}/members`)).body)
  const idOfMember = (name: string) => items.find((one: { name: string }) => one.name === name).person
  const session = async (browser: Browser) => JSON.parse((await browser.get('/api/session')).body).person

  const byContributor = await end(dan, `${at}/members/${idOfMember('cleo')}/sessions`)
  const ofOwner = await end(cleo, `${at}/members/${idOfMember('Ada Owner')}/sessions`)
  const ofMember = await end(cleo, `${at}/members/${idOfMember('dan')}/sessions`)

  assert.deepEqual(
    [byContributor, ofOwner, ofMember].map(({ statusCode }) => statusCode),
    [403, 403, 204],
  )
  assert.deepEqual([await session(dan), (await session(cleo))?.name], [undefined, 'cleo'])
  assert.equal(await isIn(ada), true)
  const trail = JSON.parse((await ada.get(`${at}/trail?kind=member`)).body)
  assert.equal(trail.items[0].action, 'end sessions')
})

test('behind https the cookie is bound to this host, and opens a session', async () => {
  const closed = await startSite({ url: 'https://clausewise.example' })
  after(closed.close)
  const { browser, answer } = await startAsFirst(closed)

  const lines = [answer.headers['set-cookie'] ?? []].flat()
  const kept = lines.find((line) => line.includes('session_token')) ?? ''
  assert.match(kept, /^__Host-clausewise\.session_token=/)
  assert.match(kept, /Path=\//)
  assert.match(kept, /; Secure/)
  assert.doesNotMatch(kept, /Domain=/i)
  assert.equal((await browser.get('/api/organizations')).statusCode, 200)
})

test('an organization that demands two factors is open to sessions that proved them, and to no other', async () => {
  const eve = await joined('eve', 'process owner')
  const { version } = JSON.parse((await ada.get(at)).body)
  const demand = (browser: Browser, secondFactor: string, known = version) =>
    browser.ask({
      method: 'PATCH',
      url: at,
      payload: { settings: { secondFactor } },
      headers: { 'if-match': `"${known}"` },
    })
  const tooEarly = await demand(ada, 'demanded')
  const mine = await signedIn()
  const { totpURI } = JSON.parse((await mine.post('/api/auth/two-factor/enable', { password })).body)
  const totp = URI.parse(totpURI) as TOTP
  await mine.post('/api/auth/two-factor/verify-totp', { code: totp.generate() })

  const demanded = await demand(mine, 'demanded')

  assert.deepEqual([tooEarly.statusCode, demanded.statusCode], [409, 200], demanded.body)
  const inside = async (browser: Browser) => (await browser.get(`${at}/registers`)).statusCode
  assert.deepEqual([await inside(mine), await inside(eve), await inside(ada)], [200, 403, 403])
  assert.match((await eve.get(at)).body, /two factors/)
  // He still reaches his own account, sets up the second step there, and is in.
  const started = await eve.post('/api/auth/two-factor/enable', { password: 'nine yellow lamps' })
  const hers = URI.parse(JSON.parse(started.body).totpURI) as TOTP
  assert.equal(
    (await eve.post('/api/auth/two-factor/verify-totp', { code: hers.generate() })).statusCode,
    200,
  )
  assert.equal(await inside(eve), 200)
  const left = await demand(mine, 'offered', version + 1)
  assert.equal(left.statusCode, 200, left.body)
})

test('recovery codes are kept as hashes of 120 random bits, and trust of a browser is not given', async () => {
  const browser = await joined('fay', 'read-only')
  const given = { password: 'nine yellow lamps' }
  // From a place of its own: the library takes three such requests in ten seconds from one.
  const enabled = await browser.ask({
    method: 'POST',
    url: '/api/auth/two-factor/enable',
    payload: given,
    remoteAddress: '192.0.2.9',
  })
  const { totpURI, backupCodes } = JSON.parse(enabled.body)
  const totp = URI.parse(totpURI) as TOTP
  const trusted = await browser.post('/api/auth/two-factor/verify-totp', {
    code: totp.generate(),
    trustDevice: true,
  })
  const { rows } = await sql<{ backup_codes: string }>`
    select backup_codes from two_factor join person on person.id = person_id where email = 'fay@example.org'`.execute(
    db,
  )
  const again = site.browser()
  for (const [name, value] of browser.cookies) if (!name.includes('session')) again.cookies.set(name, value)
  const half = await again.post('/api/auth/sign-in/email', { email: 'fay@example.org', ...given })

  const kept: string[] = JSON.parse(rows[0]?.backup_codes ?? '[]')
  const byHash = await again.post('/api/auth/two-factor/verify-backup-code', { code: kept[0] })
  const byCode = await again.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] })

  assert.equal(trusted.statusCode, 200)
  assert.equal(JSON.parse(half.body).twoFactorRedirect, true)
  assert.deepEqual([byHash.statusCode, byCode.statusCode], [401, 200])
  assert.equal(kept.length, 10)
  assert.ok(kept.every((one) => /^sha256:[\w-]{43}$/.test(one)))
  assert.ok(backupCodes.every((one: string) => /^([a-z2-7]{6}-){3}[a-z2-7]{6}$/.test(one)))
  assert.equal(new Set(backupCodes).size, 10)
})
