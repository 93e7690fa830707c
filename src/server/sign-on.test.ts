import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startProvider } from './try-provider.ts'
import { startAsFirst, startSite } from './try-site.ts'

const url = 'http://127.0.0.1:8020'
const provider = await startProvider(url, [
  { sub: 'p-1', email: 'ada@example.org', name: 'Ada', isVerified: true },
  { sub: 'p-2', email: 'new@example.org', name: 'New Person', isVerified: true },
  { sub: 'p-4', email: 'two@example.org', name: 'Two', isVerified: true, acr: 'two-factors' },
  { sub: 'p-3', email: 'ada@example.org', name: 'Not Ada', isVerified: false },
])
const { issuer, clientId, clientSecret } = provider
const signOn = {
  name: 'House sign-on',
  issuer,
  clientId,
  clientSecret,
  newPeople: true,
  trustsAddresses: false,
  strengths: [] as string[],
}
const site = await startSite({ url, signOn })
after(async () => {
  await site.close()
  await provider.close()
})
const { organization } = await startAsFirst(site)

async function signOnAs(sub: string, at = site) {
  const browser = at.browser()
  const asked = await browser.post('/api/auth/sign-in/social', { provider: 'sign-on', callbackURL: '/' })
  assert.equal(asked.statusCode, 200, asked.body)
  const address = JSON.parse(asked.body).url
  const back = await provider.signIn(address, sub)
  return { browser, address, back, answer: await browser.get(back) }
}

test('the button is named, and the way to the provider carries PKCE, state and nonce', async () => {
  const session = JSON.parse((await site.browser().get('/api/session')).body)
  const { address } = await signOnAs('p-1')

  const asked = new URL(address).searchParams
  assert.equal(session.signOn, 'House sign-on')
  assert.equal(asked.get('code_challenge_method'), 'S256')
  assert.ok(asked.get('state') && asked.get('nonce'))
})

test('whoever has an account with the same address comes into it', async () => {
  const { browser, answer } = await signOnAs('p-1')

  const { person, organizations } = JSON.parse((await browser.get('/api/session')).body)
  assert.equal(answer.statusCode, 302, answer.body)
  assert.equal(person.email, 'ada@example.org')
  assert.deepEqual(
    organizations.map(({ id }: { id: string }) => id),
    [organization],
  )
})

test('a new person gets an account and belongs nowhere yet', async () => {
  const { browser } = await signOnAs('p-2')

  const { person, organizations } = JSON.parse((await browser.get('/api/session')).body)
  assert.equal(person.name, 'New Person')
  assert.deepEqual(organizations, [])
})

test('an address that the provider has not checked opens no account that is here', async () => {
  const { browser, answer } = await signOnAs('p-3')

  assert.match(String(answer.headers.location), /error=/)
  assert.equal(JSON.parse((await browser.get('/api/session')).body).person, undefined)
})

test('an answer of the provider works once, and only in the browser that asked', async () => {
  const browser = site.browser()
  const asked = await browser.post('/api/auth/sign-in/social', { provider: 'sign-on', callbackURL: '/' })
  const back = await provider.signIn(JSON.parse(asked.body).url, 'p-1')
  const thief = site.browser()
  await thief.get(back)
  const { back: used } = await signOnAs('p-1')
  const again = site.browser()
  await again.get(used)

  assert.equal(JSON.parse((await thief.get('/api/session')).body).person, undefined)
  assert.equal(JSON.parse((await again.get('/api/session')).body).person, undefined)
})

test('nobody is led to another site afterwards', async () => {
  const answer = await site
    .browser()
    .post('/api/auth/sign-in/social', { provider: 'sign-on', callbackURL: 'https://evil.example/' })

  assert.equal(answer.statusCode, 403)
})

test('where new people are not wanted, a stranger stays outside', async () => {
  const closed = await startSite({ url, signOn: { ...signOn, newPeople: false } })
  const { browser, answer } = await signOnAs('p-2', closed)

  assert.match(String(answer.headers.location), /error=/)
  assert.equal(JSON.parse((await browser.get('/api/session')).body).person, undefined)
  await closed.close()
})

test('a strength that is asked of the provider has to stand in the signed token, and counts as two factors', async () => {
  const strict = await startSite({ url, signOn: { ...signOn, strengths: ['two-factors'] } })
  after(strict.close)
  const weak = await signOnAs('p-1', strict)
  const strong = await signOnAs('p-4', strict)
  const usual = await signOnAs('p-4')

  const whoIn = async ({ browser }: { browser: typeof weak.browser }) =>
    JSON.parse((await browser.get('/api/session')).body)
  assert.equal(new URL(strong.address).searchParams.get('acr_values'), 'two-factors')
  assert.match(String(weak.answer.headers.location), /error=/)
  assert.equal((await whoIn(weak)).person, undefined)
  assert.deepEqual([(await whoIn(strong)).person.name, (await whoIn(strong)).session.isStrong], ['Two', true])
  assert.equal((await whoIn(usual)).session.isStrong, false)
})
