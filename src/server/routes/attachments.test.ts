import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { RegisterUser } from '../try-registers.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

const pdf = Buffer.from('%PDF-1.7\nprotocol of the continuity test\n%%EOF')

async function startWithRisk(person: string) {
  const user = await RegisterUser.start(server, person)
  const risk = await user.add('risks', { title: 'Power', kind: 'risk' })
  return { user, on: `record:${risk.id}` }
}

test('an attached file comes back unchanged, as a download that no browser runs', async () => {
  const { user, on } = await startWithRisk('ada')

  const attached = await user.upload(`/attachments?on=${on}&expiresOn=2026-12-31`, 'test protocol.pdf', pdf)
  const got = await user.ask(`/attachments/${attached.body.id}/content`)

  assert.equal(attached.status, 201, attached.text)
  assert.deepEqual(
    [attached.body.title, attached.body.expiresOn, attached.body.isExpired],
    ['test protocol.pdf', '2026-12-31', false],
  )
  assert.deepEqual(got.bytes, pdf)
  assert.equal(got.headers['content-type'], 'application/pdf')
  assert.match(String(got.headers['content-disposition']), /^attachment; filename="test protocol.pdf"/)
  assert.equal(got.headers['x-content-type-options'], 'nosniff')
  assert.match(String(got.headers['content-security-policy']), /sandbox/)
})

test('a newer file takes the place of the old one, which stays readable', async () => {
  const { user, on } = await startWithRisk('bea')
  const { body } = await user.upload(`/attachments?on=${on}`, 'plan.txt', 'first')

  const revised = await user.upload(`/attachments/${body.id}/revisions`, 'plan.txt', 'second')
  const [newest, first] = [
    await user.ask(`/attachments/${body.id}/content`),
    await user.ask(`/attachments/${body.id}/content?revision=1`),
  ]

  assert.equal(revised.body.revision, 2)
  assert.deepEqual([newest.text, first.text], ['second', 'first'])
  assert.equal((await user.ask(`/attachments/${body.id}/content?revision=9`)).status, 404)
})

test('files of another organization are not seen, and nothing can be attached to its records', async () => {
  const { user: owner, on } = await startWithRisk('cleo')
  const { body } = await owner.upload(`/attachments?on=${on}`, 'secret.txt', 'secret')
  const { user: other } = await startWithRisk('dan')

  const answers = await Promise.all([
    other.ask(`/attachments?on=${on}`),
    other.ask(`/attachments/${body.id}`),
    other.ask(`/attachments/${body.id}/content`),
    other.upload(`/attachments?on=${on}`, 'a.txt', 'probe'),
    other.upload(`/attachments/${body.id}/revisions`, 'a.txt', 'probe'),
    other.change(`/attachments/${body.id}`, 1, { title: 'taken' }),
    other.change(`/attachments/${body.id}`, 1, {}, 'DELETE'),
    other.ask(`/attachments/${body.id}/restoration`, { method: 'POST' }),
    other.ask(`/comments?on=${on}`),
    other.ask(`/comments?on=${on}`, { method: 'POST', payload: { body: 'probe' } }),
  ])

  assert.deepEqual(
    answers.map(({ status }) => status),
    answers.map(() => 404),
  )
  assert.ok(answers.every(({ text }) => !text.includes('secret')))
})

test('what a browser could run is kept as evidence and handed out as plain bytes', async () => {
  const { user, on } = await startWithRisk('eve')
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const files = [
    ['logo.svg', svg],
    ['page.html', '<!doctype html><script>alert(1)</script>'],
    ['log.txt', 'before <script>alert(1)</script>'],
    ['feed.xml', '<feed onload="alert(1)"/>'],
  ] as const

  for (const [name, content] of files) {
    const { body, status, text } = await user.upload(`/attachments?on=${on}`, name, content)
    assert.equal(status, 201, text)
    const got = await user.ask(`/attachments/${body.id}/content`)
    assert.equal(got.headers['content-type'], 'application/octet-stream', name)
    assert.match(String(got.headers['content-disposition']), /^attachment;/, name)
  }
})

test('a file that is not what its name says, a program, and nothing at all are refused', async () => {
  const { user, on } = await startWithRisk('fay')
  const refused = [
    ['invoice.pdf', '<!doctype html><title>x</title>', /ends like .pdf and is a web page/],
    ['photo.png', pdf, /ends like .png and is a PDF/],
    ['minutes.docx', 'just text', /ends like .docx and is plain text/],
    ['setup.pdf', Buffer.from('MZ\x90\0\x03\0'), /is a program/],
    ['tool', '#!/bin/sh\nrm -rf /', /is a program/],
    ['empty.txt', '', /is empty/],
  ] as const

  for (const [name, content, says] of refused) {
    const { status, body } = await user.upload(`/attachments?on=${on}`, name, content)
    assert.equal(status, 422, name)
    assert.match(body.detail, says)
  }
  const folder = join(server.world.folder, 'attachments', user.base.split('/')[3] ?? '')
  assert.deepEqual(existsSync(folder) ? readdirSync(folder) : [], [])
})

test('names cannot lead anywhere, hide their ending, or break a header', async () => {
  const { user, on } = await startWithRisk('gus')
  const names = [
    ['../../../etc/passwd', 'passwd'],
    ['C:\\\\windows\\\\evil.txt', 'evil.txt'],
    ['a\u202etxt.exe.txt', 'atxt.exe.txt'],
    ['con.txt', '_con.txt'],
    ['...', 'file'],
    ['réunion; rm.txt', 'réunion; rm.txt'],
    [`${'x'.repeat(400)}.txt`, `${'x'.repeat(146)}.txt`],
  ] as const

  for (const [given, kept] of names) {
    const { body, text } = await user.upload(`/attachments?on=${on}`, given, 'evidence')
    assert.equal(body.revisions?.[0]?.name, kept, text)
    const got = await user.ask(`/attachments/${body.id}/content`)
    assert.doesNotMatch(String(got.headers['content-disposition']), /[^\x20-\x7e]/)
  }
})

test('a file that is too large is refused and leaves nothing behind', async () => {
  const { user, on } = await startWithRisk('hal')

  const { status, body } = await user.upload(
    `/attachments?on=${on}`,
    'large.txt',
    Buffer.alloc(50_000_001, 'x'),
  )

  assert.equal(status, 422)
  assert.match(body.detail, /larger than 50 MB/)
  const folder = join(server.world.folder, 'attachments', user.base.split('/')[3] ?? '')
  assert.deepEqual(readdirSync(folder), [])
})

test('a request without a file says how to send one', async () => {
  const { user, on } = await startWithRisk('ina')

  const json = await user.ask(`/attachments?on=${on}`, { method: 'POST', payload: {} })

  assert.equal(json.status, 415)
})

test('an attachment that was deleted comes back, and its changes are in the trail', async () => {
  const { user, on } = await startWithRisk('jon')
  const { body } = await user.upload(`/attachments?on=${on}`, 'a.txt', 'a')

  const renamed = await user.change(`/attachments/${body.id}`, 1, {
    title: 'Minutes',
    expiresOn: '2026-01-01',
  })
  const late = await user.change(`/attachments/${body.id}`, 1, { title: 'Late' })
  const gone = await user.change(`/attachments/${body.id}`, 2, {}, 'DELETE')
  const listed = await user.ask(`/attachments?on=${on}`)
  const restored = await user.ask(`/attachments/${body.id}/restoration`, { method: 'POST' })

  assert.deepEqual([renamed.body.title, renamed.body.isExpired], ['Minutes', true])
  assert.deepEqual([late.status, gone.status, listed.body.items.length], [409, 204, 0])
  assert.equal(restored.body.title, 'Minutes')
})

test('what somebody said is changed by himself only, and can be taken back', async () => {
  const { user, on } = await startWithRisk('kim')
  const said = await user.ask(`/comments?on=${on}`, {
    method: 'POST',
    payload: { body: 'Is the <b>date</b> right?' },
  })

  const changed = await user.change(`/comments/${said.body.id}`, 1, { body: 'The date is right.' })
  const listed = await user.ask(`/comments?on=${on}`)
  const gone = await user.change(`/comments/${said.body.id}`, 2, {}, 'DELETE')
  const nonsense = await user.ask('/comments?on=moon:1')

  assert.equal(said.body.body, 'Is the <b>date</b> right?')
  assert.deepEqual([changed.status, gone.status, nonsense.status], [200, 204, 422])
  assert.deepEqual(
    listed.body.items.map(({ author, body }: Record<string, string>) => [author, body]),
    [['kim', 'The date is right.']],
  )
  assert.deepEqual((await user.ask(`/comments?on=${on}`)).body.items, [])
})

test('requirements can be commented on and given evidence as well', async () => {
  const { user } = await startWithRisk('lea')

  const said = await user.ask('/comments?on=requirement:8.3.3-b', {
    method: 'POST',
    payload: { body: 'SLA is signed.' },
  })
  const attached = await user.upload('/attachments?on=requirement:8.3.3-b', 'sla.pdf', pdf)

  assert.deepEqual([said.status, attached.status], [201, 201])
})
