import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { startAsFirst, startSite } from '#server/try-site.ts'
import { noBrowser, openBrowser } from './chromium.ts'

/** A server with its first person, and a browser that can be given authenticators. */
async function startHouse() {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const site = await startSite({ url })
  const browser = await openBrowser()
  after(async () => {
    await browser.close()
    await site.close()
  })
  const { organization } = await startAsFirst(site)
  await site.app.listen({ host: 'localhost', port })
  const page = await (await browser.newContext({ baseURL: url })).newPage()
  await page.goto(`${url}/api/session`)
  return { page, organization }
}

test('a passkey is made in the browser and signs in without a password', { skip: noBrowser }, async () => {
  const { page } = await startHouse()
  await addAuthenticator(page)

  const made = await enrol(page)
  await post(page, '/api/auth/sign-out', {})
  const out = await who(page)
  const used = await post(page, '/api/auth/passkey/verify-authentication', { response: await present(page) })

  assert.deepEqual([made, out, used], [200, undefined, 200])
  assert.equal(await who(page), 'ada@example.org')
})

test('a passkey counts as two factors where its owner was recognized, and as one where it was only there', {
  skip: noBrowser,
}, async () => {
  const { page, organization } = await startHouse()
  await addAuthenticator(page)
  await enrol(page)
  const inside = () => statusOf(page, `/api/organizations/${organization}/registers`)
  const signInBy = async (verification: 'required' | 'discouraged') => {
    await post(page, '/api/auth/sign-out', {})
    const response = await present(page, verification)
    const status = await post(page, '/api/auth/passkey/verify-authentication', { response })
    return [status, await isStrong(page)]
  }

  const recognized = await signInBy('required')
  const demanded = await demandTwoFactors(page, organization)
  const byRecognized = await inside()
  const there = await signInBy('discouraged')

  assert.deepEqual(
    [recognized, there],
    [
      [200, true],
      [200, false],
    ],
  )
  assert.deepEqual([demanded, byRecognized, await inside()], [200, 200, 403])
})

/** Signs in by password and keeps a passkey of the authenticator that is there. */
async function enrol(page: Page): Promise<number> {
  await post(page, '/api/auth/sign-in/email', { email: 'ada@example.org', password: 'seven blue herons' })
  return post(page, '/api/auth/passkey/verify-registration', {
    response: await register(page),
    name: 'This laptop',
  })
}

/** An authenticator of the browser's own, as a laptop with a fingerprint reader has one. */
async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** The owner demands two factors of everybody. */
function demandTwoFactors(page: Page, organization: string): Promise<number> {
  return page.evaluate(`(async () => {
    const at = '/api/organizations/${organization}'
    const { version } = await (await fetch(at)).json()
    const headers = { 'content-type': 'application/json', 'if-match': '"' + version + '"' }
    const body = JSON.stringify({ settings: { secondFactor: 'demanded' } })
    return (await fetch(at, { method: 'PATCH', headers, body })).status
  })()`)
}

function statusOf(page: Page, path: string): Promise<number> {
  return page.evaluate(`fetch(${JSON.stringify(path)}).then(({ status }) => status)`)
}

function isStrong(page: Page): Promise<boolean | undefined> {
  return page.evaluate(
    `fetch('/api/session').then((said) => said.json()).then(({ session }) => session?.isStrong)`,
  )
}

function register(page: Page): Promise<unknown> {
  return page.evaluate(`(async () => {
    const options = await (await fetch('/api/auth/passkey/generate-register-options')).json()
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    return (await navigator.credentials.create({ publicKey })).toJSON()
  })()`)
}

/** Shows the passkey; verification: whether the device is asked to recognize its owner. */
function present(page: Page, verification: 'required' | 'preferred' | 'discouraged' = 'preferred') {
  return page.evaluate<unknown>(`(async () => {
    const options = await (await fetch('/api/auth/passkey/generate-authenticate-options')).json()
    const asked = { ...options, userVerification: '${verification}' }
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked)
    return (await navigator.credentials.get({ publicKey })).toJSON()
  })()`)
}

function post(page: Page, path: string, body: object): Promise<number> {
  const [to, text] = [path, JSON.stringify(body)].map((one) => JSON.stringify(one))
  const headers = JSON.stringify({ 'content-type': 'application/json' })
  return page.evaluate(
    `fetch(${to}, { method: 'POST', headers: ${headers}, body: ${text} }).then(({ status }) => status)`,
  )
}

function who(page: Page): Promise<string | undefined> {
  return page.evaluate(
    `fetch('/api/session').then((said) => said.json()).then(({ person }) => person?.email)`,
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
