import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Somebody whom the identity provider of a test knows. */
export type Known = Readonly<{ sub: string; email: string; name: string; isVerified: boolean; acr?: string }>

/** A real OpenID Connect provider on this machine: it asks for a name, and lets everybody in whom it knows. */
export type TryProvider = Readonly<{
  issuer: string
  clientId: string
  clientSecret: string
  /** Follows the address that sign-in leads to, as a browser would, and gives the one it leads back to. */
  signIn: (address: string, sub: string) => Promise<string>
  close: () => Promise<void>
}>

const [clientId, clientSecret] = ['clausewise', 'a secret of the client, long enough']

export async function startProvider(site: string, people: readonly Known[]): Promise<TryProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${site}/api/auth/callback/sign-on`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    acrValues: ['two-factors'],
    claims: { openid: ['sub', 'acr'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    findAccount: (_context: unknown, sub: string) => {
      const known = people.find((one) => one.sub === sub)
      return (
        known && {
          accountId: sub,
          claims: () => ({
            sub,
            email: known.email,
            email_verified: known.isVerified,
            name: known.name,
          }),
        }
      )
    },
  })
  // The form of the provider asks for a name only: how strongly somebody signs in belongs to who he is.
  Object.defineProperty(provider.Session.prototype, 'acr', {
    get: function (this: { accountId?: string }) {
      return people.find(({ sub }) => sub === this.accountId)?.acr
    },
    set: () => undefined,
  })
  server.on('request', provider.callback())
  return {
    issuer,
    clientId,
    clientSecret,
    signIn: (address, sub) => walk(address, sub, site),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** Fills in the two forms of the provider (who are you; may he know) until it sends back to the site. */
async function walk(address: string, sub: string, site: string): Promise<string> {
  const cookies = new Map<string, string>()
  let [url, form] = [address, undefined as URLSearchParams | undefined]
  for (let left = 12; left > 0; left -= 1) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    const to = answer.headers.get('location')
    if (to?.startsWith(site)) return to.slice(site.length)
    const text = to ? '' : await answer.text()
    if (!to && !text.includes('<form')) throw new Error(`The provider said ${answer.status}: ${text}`)
    form = to ? undefined : new URLSearchParams({ prompt: promptOf(text), login: sub, password: 'any' })
    const action = /action="([^"]+)"/.exec(text)?.[1]
    url = new URL(to ?? action ?? '', url).href
  }
  throw new Error('The provider did not lead back.')
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  cookies.set(name, value)
}

function promptOf(page: string): string {
  return /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'login'
}
