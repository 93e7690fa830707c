import { createHash } from 'node:crypto'

/** What is sent out once and kept only as a hash: an invitation's link, an API token. It names its organization. */
export type SecretLink = Readonly<{ text: string; sha256: string }>

/** Makes one; kind is what it begins with, so that people and scanners know it when they see it. */
export function makeSecretLink(kind: string, organization: string): SecretLink {
  const random = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  const text = `${kind}_${organization.replaceAll('-', '')}${random}`
  return { text, sha256: sha256(text) }
}

/** The organization that a link speaks of, and its hash; undefined when it is none of ours. */
export function readSecretLink(
  kind: string,
  text: string,
): Readonly<{ organization: string; sha256: string }> | undefined {
  const [, found, hex = ''] = /^([a-z]+)_([0-9a-f]{32})[\w-]{43}$/.exec(text) ?? []
  if (found !== kind) return undefined
  const organization = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { organization, sha256: sha256(text) }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
