import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOutside, postOutside } from './outside.ts'

const post = (url: string) => postOutside(url, { headers: {}, body: '{}', mayGoInside: false })

test('addresses of this machine, of private networks and of no public use are not outside', () => {
  const inside = [
    '127.0.0.1',
    '127.8.9.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fd00::1',
    '2002:7f00:1::',
    '2001:db8::1',
    'ff02::1',
    'localhost',
  ]

  assert.deepEqual(inside.filter(isOutside), [])
})

test('public addresses are outside', () => {
  const outside = ['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450:4001::1']

  assert.deepEqual(outside.filter(isOutside), outside)
})

for (const url of [
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://[::ffff:7f00:1]/',
  'https://localhost/',
  'https://169.254.169.254/latest/meta-data',
])
  test(`nothing is sent to ${url}`, async () => {
    const { status, error } = await post(url)

    assert.equal(status, undefined)
    assert.match(error ?? '', /on this machine or in a private network/)
  })

test('nothing is sent without https, or with a password in the address', async () => {
  assert.match((await post('http://example.org/')).error ?? '', /must begin with https/)
  assert.match((await post('https://a:b@example.org/')).error ?? '', /carries a password/)
})

test('where hosts are listed, nothing is sent to another one', async () => {
  const sent = { headers: {}, body: '{}', mayGoInside: true, hosts: ['hooks.example.org'] }

  const { status, error } = await postOutside('https://127.0.0.1:1/', sent)
  const listed = await postOutside('https://127.0.0.1:1/', { ...sent, hosts: ['127.0.0.1'] })

  assert.deepEqual(
    [status, error],
    [undefined, 'not sent: 127.0.0.1 is not among the hosts that this server may reach'],
  )
  assert.match(listed.error ?? '', /ECONNREFUSED/)
})
