import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type TOTP, URI } from 'otpauth'
import { openSecurityLog, type SecurityEvent, securityLines } from './security-log.ts'
import { startAsFirst, startSite } from './try-site.ts'

const told: SecurityEvent[] = []
const site = await startSite({ tell: (event) => told.push(event) })
after(site.close)
const email = 'ada@example.org'
const password = 'seven blue herons'
const { browser: ada, organization } = await startAsFirst(site)
const person = JSON.parse((await ada.get('/api/session')).body).person.id as string

/** What an act adds to the log. */
async function during(act: () => Promise<unknown>): Promise<readonly SecurityEvent[]> {
  const from = told.length
  await act()
  // What follows an answer is told once it was sent.
  await new Promise(setImmediate)
  return told.slice(from)
}

const signIn = (given: object) =>
  site.browser().post('/api/auth/sign-in/email', { email, password, ...given })

test('sign-ins that passed and failed are told with who, by what and from where', async () => {
  const [passed] = await during(() => signIn({}))
  const [failed] = await during(() => signIn({ password: 'a wrong one, I fear' }))
  const [nobody] = await during(() => signIn({ email: 'my password typed here@example.org' }))

  const address = '127.0.0.1'
  assert.deepEqual(
    [passed, failed].map((event) => [
      event?.event,
      event?.outcome,
      event?.way,
      event?.person,
      event?.address,
    ]),
    [
      ['sign-in', 'passed', 'password', person, address],
      ['sign-in', 'failed', 'password', person, address],
    ],
  )
  assert.equal(nobody?.why ?? nobody?.event, nobody?.event === 'sign-in' ? 'no such account' : 'not taken')
})

test('the second step, signing out and changes of the account are told', async () => {
  const browser = site.browser()
  await browser.post('/api/auth/sign-in/email', { email, password })
  const enabled = await browser.post('/api/auth/two-factor/enable', { password })
  const { totpURI, backupCodes } = JSON.parse(enabled.body)
  const code = (URI.parse(totpURI) as TOTP).generate()
  const setUp = await during(() => browser.post('/api/auth/two-factor/verify-totp', { code }))
  const second = site.browser()
  const half = await during(() => second.post('/api/auth/sign-in/email', { email, password }))
  const wrong = await during(() => second.post('/api/auth/two-factor/verify-totp', { code: '000000' }))
  const whole = await during(() =>
    second.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] }),
  )
  const out = await during(() => second.post('/api/auth/sign-out'))
  const off = await during(() => browser.post('/api/auth/two-factor/disable', { password }))

  const short = (events: readonly SecurityEvent[]) =>
    events.map(({ event, outcome, way }) => [event, outcome, way].filter(Boolean).join(', '))
  assert.deepEqual(short(setUp), ['account, passed, turn on second step'])
  assert.deepEqual(short(half), ['sign-in, second step asked, password'])
  assert.deepEqual(short(wrong), ['sign-in, failed, code'])
  assert.deepEqual(short(whole), ['sign-in, passed, recovery code'])
  assert.deepEqual(short(out), ['sign-out, passed'])
  assert.deepEqual(short(off), ['account, passed, turn off second step'])
  assert.ok([...setUp, ...half, ...whole, ...out, ...off].every((event) => event.person === person))
})

test('refusals and inputs that are not taken are told with the pattern of the address, not its words', async () => {
  const at = `/api/organizations/${organization}`
  const [stranger] = await during(() => site.browser().get(`${at}/members?cursor=a-secret-word`))
  const [foreign] = await during(() => ada.get(`/api/organizations/${crypto.randomUUID()}/members`))
  const [shape] = await during(() => ada.post(`${at}/invitations`, { email: 'no address', role: 'king' }))
  const [forged] = await during(() =>
    ada.ask({ method: 'POST', url: `${at}/invitations`, headers: { origin: 'https://evil.example' } }),
  )

  assert.deepEqual(
    [stranger, foreign, shape, forged].map((event) => [event?.event, event?.status, event?.route]),
    [
      ['refused', 401, 'GET /api/organizations/:organization/members'],
      ['refused', 404, 'GET /api/organizations/:organization/members'],
      ['not taken', 422, 'POST /api/organizations/:organization/invitations'],
      ['refused', 403, 'POST /api/organizations/:organization/invitations'],
    ],
  )
  assert.equal(foreign?.person, person)
  assert.equal(shape?.organization, organization)
})

test('who gives whom a role, a token or an invitation is told', async () => {
  const at = `/api/organizations/${organization}`
  const [invited] = await during(() =>
    ada.post(`${at}/invitations`, { email: 'ben@example.org', role: 'read-only' }),
  )

  assert.deepEqual(
    [invited?.event, invited?.person, invited?.organization, invited?.route],
    ['administration', person, organization, 'POST /api/organizations/:organization/invitations'],
  )
})

test('too many tries are told, also when the password was right', async () => {
  for (let left = 11; left > 0; left -= 1) await signIn({ password: 'not this one' })
  const events = await during(() => signIn({}))

  assert.deepEqual(
    events.map(({ event, outcome, why, status }) => [event, outcome, why ?? status]),
    [
      ['sign-in', 'failed', 'too many tries'],
      ['refused', 'failed', 429],
    ],
  )
})

test('no secret and nothing that was typed stands in the log', () => {
  const text = JSON.stringify(told)

  for (const secret of [
    password,
    'a wrong one',
    'not this one',
    email,
    'my password',
    'a-secret-word',
    '000000',
    'king',
  ])
    assert.ok(!text.includes(secret), secret)
  assert.doesNotMatch(text, /cookie|session_token|otpauth|[a-z2-7]{6}-[a-z2-7]{6}/)
  assert.ok(told.length > 20)
})

test('a line is JSON with the time; a flood of refusals is bounded and counted', () => {
  const lines: string[] = []
  let time = Date.parse('2026-03-01T09:00:00Z')
  const tell = openSecurityLog(
    (line) => lines.push(line),
    () => new Date(time),
  )

  for (let left = 1000; left > 0; left -= 1) tell({ event: 'refused', outcome: 'failed', status: 401 })
  tell({ event: 'sign-in', outcome: 'failed', way: 'password' })
  time += 60_000
  tell({ event: 'refused', outcome: 'failed', status: 401 })

  assert.equal(lines.length, 603)
  assert.ok(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1))
  const [first, signIn, left] = [lines[0], lines[600], lines[601]].map((line = '') => JSON.parse(line))
  assert.deepEqual(first, {
    log: 'security',
    at: '2026-03-01T09:00:00.000Z',
    event: 'refused',
    outcome: 'failed',
    status: 401,
  })
  assert.equal(signIn.event, 'sign-in')
  assert.equal(left.why, '400 more in the minute before')
})

test('the file is for its owner only, and may be moved away while it is written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-log-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'security.log')
  const write = securityLines(file)

  write('one\n')
  renameSync(file, `${file}.1`)
  write('two\n')

  assert.deepEqual(
    [`${file}.1`, file].map((path) => readFileSync(path, 'utf8')),
    ['one\n', 'two\n'],
  )
  assert.equal(statSync(file).mode & 0o777, 0o600)
})
