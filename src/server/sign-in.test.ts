import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type TOTP, URI } from 'otpauth'
import { startAsFirst, startSite } from './try-site.ts'

const site = await startSite()
after(site.close)
const email = 'ada@example.org'
const password = 'seven blue herons'
const code = await site.code()
const { browser: ada, answer: started } = await startAsFirst(site, { code })

test('the first person starts with the printed code, and the code works once', async () => {
  const again = await site.browser().post('/api/start', {
    code,
    name: 'Eve',
    email: 'eve@example.org',
    password: 'another long password',
    organization: 'Mine now',
  })

  assert.equal(started.statusCode, 201, started.body)
  assert.equal(JSON.parse(started.body).role, 'owner')
  assert.equal(again.statusCode, 403)
  const { person, organizations, isNew } = JSON.parse((await ada.get('/api/session')).body)
  assert.equal(person.email, email)
  assert.equal(organizations[0].name, 'Maison Clément')
  assert.equal(isNew, false)
})

test('cookies are for the server alone, and for our own site', async () => {
  const lines = [started.headers['set-cookie'] ?? []].flat()

  assert.ok(lines.length > 0)
  for (const line of lines) assert.match(line, /HttpOnly; SameSite=Lax/i)
})

test('a wrong password is refused, the right one opens a session', async () => {
  const wrong = await site.browser().post('/api/auth/sign-in/email', { email, password: 'seven blue cranes' })
  const nobody = await site.browser().post('/api/auth/sign-in/email', { email: 'x@example.org', password })
  const browser = site.browser()
  const right = await browser.post('/api/auth/sign-in/email', { email, password })

  assert.deepEqual([wrong.statusCode, nobody.statusCode, right.statusCode], [401, 401, 200])
  assert.equal(wrong.body, nobody.body)
  assert.equal(JSON.parse((await browser.get('/api/session')).body).person.name, 'Ada Owner')
})

test('nobody signs up by himself', async () => {
  const answer = await site
    .browser()
    .post('/api/auth/sign-up/email', { name: 'Eve', email: 'eve@example.org', password: 'a very long word' })

  assert.equal(answer.statusCode, 400)
})

test('a password that is short or made of the name is refused', async () => {
  const { createPerson } = await import('#access/person-store.ts')
  const make = (given: string) =>
    createPerson(site.world.records, { name: 'Eve Example', email: 'eve@example.org', password: given })

  await assert.rejects(make('short'), /12 to 128/)
  await assert.rejects(make('eve-example1'), /easily guessed/)
  for (const known of ['aaaaaaaaaaaaaa', 'password1234', 'qwertyuiop12', 'iloveyou12345', 'clausewise2026'])
    await assert.rejects(make(known), /easily guessed/, known)
})

test('a new password is held to the same rules as the first one', async () => {
  const browser = site.browser()
  await browser.post('/api/auth/sign-in/email', { email, password })

  const weak = await browser.post('/api/auth/change-password', {
    currentPassword: password,
    newPassword: 'password1234',
  })

  assert.equal(weak.statusCode, 400)
  assert.match(weak.body, /easily guessed/)
  assert.equal((await site.browser().post('/api/auth/sign-in/email', { email, password })).statusCode, 200)
})

test('a cookie with a changed signature, or of a session that was ended, opens nothing', async () => {
  const browser = site.browser()
  await browser.post('/api/auth/sign-in/email', { email, password })
  const [[name, value] = ['', '']] = [...browser.cookies]
  const forged = site.browser()
  forged.cookies.set(
    name,
    value.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')),
  )

  assert.equal((await forged.get('/api/organizations')).statusCode, 401)
  assert.equal((await browser.get('/api/organizations')).statusCode, 200)
  const left = await browser.post('/api/auth/sign-out')
  assert.equal(left.headers['clear-site-data'], '"cache"')
  browser.cookies.set(name, value)
  assert.equal((await browser.get('/api/organizations')).statusCode, 401)
})

test('a change that another site asks for is refused, whatever cookie comes with it', async () => {
  const change = (headers: Record<string, string>) =>
    ada.ask({ method: 'POST', url: '/api/organizations', payload: { name: 'Forged' }, headers })
  const foreign = await change({ origin: 'https://evil.example' })
  const none = await change({ origin: 'null' })
  const signIn = await site.browser().ask({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email, password },
    headers: { origin: 'https://evil.example' },
  })

  assert.deepEqual([foreign.statusCode, none.statusCode, signIn.statusCode], [403, 403, 403])
})

test('a new password ends every other session and keeps this one', async () => {
  const [other, mine] = [site.browser(), site.browser()]
  await other.post('/api/auth/sign-in/email', { email, password })
  await mine.post('/api/auth/sign-in/email', { email, password })

  const changed = await mine.post('/api/auth/change-password', {
    currentPassword: password,
    newPassword: 'eight green herons',
    revokeOtherSessions: false,
  })

  assert.equal(changed.statusCode, 200, changed.body)
  assert.equal((await mine.get('/api/organizations')).statusCode, 200)
  assert.equal((await other.get('/api/organizations')).statusCode, 401)
  await mine.post('/api/auth/change-password', {
    currentPassword: 'eight green herons',
    newPassword: password,
  })
})

test('a second factor is set up, asked for, and replaced by a backup code once', async () => {
  const browser = site.browser()
  await browser.post('/api/auth/sign-in/email', { email, password })
  const enabled = await browser.post('/api/auth/two-factor/enable', { password })
  const { totpURI, backupCodes } = JSON.parse(enabled.body)
  const totp = URI.parse(totpURI) as TOTP
  const verified = await browser.post('/api/auth/two-factor/verify-totp', { code: totp.generate() })
  const second = site.browser()

  const half = await second.post('/api/auth/sign-in/email', { email, password })
  const before = await second.get('/api/organizations')
  const wrong = await second.post('/api/auth/two-factor/verify-totp', { code: '000000' })
  const whole = await second.post('/api/auth/two-factor/verify-totp', { code: totp.generate() })
  const backup = async () => {
    const third = site.browser()
    await third.post('/api/auth/sign-in/email', { email, password })
    return third.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] })
  }

  assert.equal(verified.statusCode, 200, verified.body)
  assert.equal(backupCodes.length, 10)
  assert.equal(JSON.parse(half.body).twoFactorRedirect, true)
  assert.deepEqual([before.statusCode, wrong.statusCode, whole.statusCode], [401, 401, 200])
  assert.equal((await second.get('/api/organizations')).statusCode, 200)
  assert.equal((await backup()).statusCode, 200)
  assert.equal((await backup()).statusCode, 401)
  assert.equal((await browser.post('/api/auth/two-factor/disable', { password })).statusCode, 200)
})

test('passkeys are offered for the host name of the site', async () => {
  const browser = site.browser()
  await browser.post('/api/auth/sign-in/email', { email, password })

  const answer = await browser.get('/api/auth/passkey/generate-register-options')

  const { rp, challenge, user } = JSON.parse(answer.body)
  assert.equal(answer.statusCode, 200)
  assert.deepEqual(rp, { name: 'Clausewise', id: 'localhost' })
  assert.ok(challenge.length > 20)
  assert.equal(user.name, email)
})

test('a forgotten password is replaced by a link that works once and ends all sessions', async () => {
  const old = site.browser()
  await old.post('/api/auth/sign-in/email', { email, password })
  await site.browser().post('/api/auth/request-password-reset', { email })
  const { body } = await site.world.records.db
    .selectFrom('personal_mail')
    .select('body')
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow()
  const token = /#code=(\S+)/.exec(body)?.[1]
  const reset = () => site.browser().post('/api/auth/reset-password', { token, newPassword: password })

  assert.equal((await reset()).statusCode, 200)
  assert.equal((await reset()).statusCode, 400)
  assert.equal((await old.get('/api/organizations')).statusCode, 401)
})

test('what people change about signing in stands in the trail of their organization, once and without a secret', async () => {
  const organization = JSON.parse(started.body).id
  const browser = site.browser()
  await browser.post('/api/auth/sign-in/email', { email, password })

  const answer = await browser.get(`/api/organizations/${organization}/trail?kind=account`)
  const { items } = JSON.parse(answer.body)

  const told = items.map(({ action }: { action: string }) => action).reverse()
  assert.deepEqual(told, [
    'change password',
    'change password',
    'turn on second step',
    'use or renew recovery codes',
    'turn off second step',
    'change password',
  ])
  assert.ok(items.every(({ actor }: { actor: { name: string } }) => actor.name === 'Ada Owner'))
  assert.ok(items.every(({ after }: { after: object }) => Object.keys(after).join() === 'at'))
})

test('ten wrong passwords lock an account for a while, also for the right one', async () => {
  const tries = Array.from({ length: 10 }, () =>
    site.browser().post('/api/auth/sign-in/email', { email, password: 'not this one' }),
  )
  const wrong = (await Promise.all(tries)).map(({ statusCode }) => statusCode)

  const locked = await site.browser().post('/api/auth/sign-in/email', { email, password })

  assert.deepEqual(wrong, Array(10).fill(401))
  assert.equal(locked.statusCode, 429)
  assert.ok(Number(locked.headers['retry-after']) > 0)
})

test('every answer carries the security headers', async () => {
  for (const url of ['/', '/api/session', '/api/nothing', '/api/auth/ok']) {
    const { headers } = await site.browser().get(url)
    const policy = String(headers['content-security-policy'])
    assert.match(policy, /script-src 'self';/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    if (url.startsWith('/api')) assert.equal(headers['cache-control'], 'no-store')
  }
})
