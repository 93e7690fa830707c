import { lookup } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Addresses that no web address given by a user may lead to: this machine, its networks, and what is not for the public. */
const inside4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3'
const inside6 =
  '::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8'
// One list for each family: in a common one the range of mapped addresses would hold all of IPv4.
const inside = { 4: listOf(inside4, 'ipv4'), 6: listOf(inside6, 'ipv6') } as const

function listOf(ranges: string, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of ranges.split(' ')) {
    const [net = '', bits] = range.split('/')
    list.addSubnet(net, Number(bits), family)
  }
  return list
}

/** True for an address of the public Internet. */
export function isOutside(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !inside[4].check(address, 'ipv4')
  return version === 6 && !inside[6].check(address, 'ipv6')
}

/** What a server outside said. */
export type Outside = Readonly<{ status: number | undefined; error: string | undefined }>

/** hosts: where it may go; empty: to every host of the public Internet. */
type Sent = Readonly<{
  headers: Record<string, string>
  body: string
  mayGoInside: boolean
  hosts?: readonly string[]
}>

const patience = 10_000

/**
 * Posts to an address that a user gave. The name is looked up once, for the connection itself, and every address it has
 * must be outside; redirects are not followed; of the answer only the status is read.
 */
export function postOutside(url: string, { headers, body, mayGoInside, hosts = [] }: Sent): Promise<Outside> {
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  const refused = notListed(host, hosts) ?? (mayGoInside ? undefined : refusalOf(target, host))
  if (refused) return Promise.resolve({ status: undefined, error: refused })
  const post = target.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((done) => {
    const fail = (error: Error) => done({ status: undefined, error: error.message })
    const request = post(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: mayGoInside ? lookup : lookupOutside,
        signal: AbortSignal.timeout(patience),
        agent: false,
      },
      (response) => {
        const status = response.statusCode ?? 0
        response.on('error', () => undefined)
        response.destroy()
        done({ status, error: status >= 200 && status < 300 ? undefined : `answered ${status}` })
      },
    )
    request.on('error', fail)
    request.end(body)
  })
}

function notListed(host: string, hosts: readonly string[]): string | undefined {
  if (hosts.length === 0 || hosts.includes(host.toLowerCase())) return undefined
  return `not sent: ${host} is not among the hosts that this server may reach`
}

function refusalOf({ protocol, username, password }: URL, host: string): string | undefined {
  if (protocol !== 'https:') return 'not sent: the address must begin with https'
  if (username || password) return 'not sent: the address carries a password'
  if (isIP(host) && !isOutside(host)) return notOutside(host)
  return undefined
}

const lookupOutside: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '')
    const wrong = addresses.find(({ address }) => !isOutside(address))
    if (wrong) return done(new Error(notOutside(name)), '')
    if (options.all) return done(null, addresses)
    const [first] = addresses
    return done(null, first?.address ?? '', first?.family)
  })
}

function notOutside(name: string): string {
  return `not sent: ${name} is on this machine or in a private network`
}
