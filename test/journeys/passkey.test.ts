import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { startAsFirst, startSite } from '#server/try-site.ts'
import { noBrowser, openBrowser } from './chromium.ts'

test('a passkey is made in the browser and signs in without a password', { skip: noBrowser }, async () => {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const site = await startSite({ url })
  const browser = await openBrowser()
  after(async () => {
    await browser.close()
    await site.close()
  })
  await startAsFirst(site)
  await site.app.listen({ host: 'localhost', port })
  const page = await (await browser.newContext({ baseURL: url })).newPage()
  await addAuthenticator(page)
  await page.goto(`${url}/api/session`)

  await post(page, '/api/auth/sign-in/email', { email: 'ada@example.org', password: 'seven blue herons' })
  const made = await post(page, '/api/auth/passkey/verify-registration', {
    response: await register(page),
    name: 'This laptop',
  })
  await post(page, '/api/auth/sign-out', {})
  const out = await who(page)
  const used = await post(page, '/api/auth/passkey/verify-authentication', { response: await present(page) })

  assert.deepEqual([made, out, used], [200, undefined, 200])
  assert.equal(await who(page), 'ada@example.org')
})

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

function register(page: Page): Promise<unknown> {
  return page.evaluate(`(async () => {
    const options = await (await fetch('/api/auth/passkey/generate-register-options')).json()
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    return (await navigator.credentials.create({ publicKey })).toJSON()
  })()`)
}

function present(page: Page): Promise<unknown> {
  return page.evaluate(`(async () => {
    const options = await (await fetch('/api/auth/passkey/generate-authenticate-options')).json()
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
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
