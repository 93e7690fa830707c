import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { room } from '#access/room-store.ts'
import { usualLimits } from '#server/limits.ts'
import { freshMinutes, usualLife, ways } from '#server/session-life.ts'
import { Settings } from '#server/settings.ts'
import { signInLimits } from '#server/sign-in-limit.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const guide = read('docs/guide/security.md')
const rows = new Map(
  [...guide.matchAll(/^\| ([^|]+?) \| ([^|]+?) \|/gm)].map(([, name = '', value = '']) => [name, value]),
)

test('the guide on security says the limits that the program has', () => {
  const wanted: Readonly<Record<string, string>> = {
    'organizations that one person owns': String(room.organizations),
    'members of an organization': String(room.members),
    'open invitations of an organization': String(room.openInvitations),
    'API tokens of an organization': String(room.tokens),
    'records of one register': String(room.records),
    'attachments of an organization, all revisions': `${room.attachedBytes / 1024 ** 3} GiB`,
    'one file of tickets': `\`largestUpload\`, ${Settings.parse({}).largestUpload} MiB`,
    'requests of a person or token': `${usualLimits.known} a minute`,
    'requests of an address that is not known': `${usualLimits.unknown} a minute`,
    'ends without use after': `${usualLife.idleHours} hours`,
    'ends in any case after': `${usualLife.longestHours} hours`,
  }

  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((name) => [name, rows.get(name)])), wanted)
  const { account, address } = signInLimits
  assert.ok(guide.includes(`${account} tries an account, ${address} an address in 15 minutes`))
  assert.ok(guide.includes(`within ${freshMinutes} minutes after signing in`))
})

test('the guide sets side by side every way in which a session is opened', () => {
  const [side = ''] = guide.split('## Sessions')
  const told = [...side.matchAll(/^\| (password|passkey|single)/gm)]

  assert.equal(told.length, Object.keys(ways).length)
})

test('SECURITY.md counts what is open in the map as the map has it', () => {
  const map = parse(read('docs/security/asvs.yaml')) as Record<string, { level: number; is: string }>
  const count = (is: string) => Object.values(map).filter((one) => one.is === is).length
  const sentence = `${count('held')} are held, ${count('not here')} have nothing here to apply to, ${count('operator')} are for whoever runs it, ${count('open')} are open`

  assert.ok(read('SECURITY.md').replaceAll(/\s+/g, ' ').includes(sentence), sentence)
})
