import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { packed } from '../../../test/worlds/office-parts.ts'
import { bookTemplate, wordTemplate } from '../../../test/worlds/office-template.ts'
import { slideTemplate } from '../../../test/worlds/slide-template.ts'
import { startServer } from '../try-server.ts'
import { formOf, organizationOf } from '../try-upload.ts'

const server = await startServer()
after(server.close)

async function start(person: string, name: string) {
  const organization = await organizationOf(server, person, name)
  const url = `/api/organizations/${organization}/templates`
  const give = (file: string, content: Uint8Array) =>
    server.as(person, { method: 'POST', url, ...formOf([{ name: file, content }]) })
  const list = async () => JSON.parse((await server.as(person, { url })).body).items
  return { url, organization, give, list }
}

test('a template is kept with its hash, says what it lacks, and a newer one takes its place', async () => {
  const { url, organization, give, list } = await start('ada', 'Harbour')

  const first = await give(
    'letter.docx',
    packed(wordTemplate({ hasContent: false, hasEdges: false, styles: [] })),
  )
  const second = await give('letter.docx', packed(wordTemplate()))
  const [kept] = await list()
  const older = await server.as('ada', { url: `${url}/docx/content?revision=1` })
  const trail = await server.as('ada', { url: url.replace('/templates', '/trail') })

  assert.equal(first.statusCode, 201, first.body)
  assert.ok(JSON.parse(first.body).gaps.some(({ lacks }: { lacks: string }) => lacks === 'Style "Heading 1"'))
  assert.equal(second.statusCode, 201, second.body)
  assert.deepEqual([kept.kind, kept.isUsed, kept.gaps, kept.revisions.length], ['docx', true, [], 2])
  const path = join(server.world.folder, 'attachments', organization, kept.revisions[0].sha256)
  assert.deepEqual(readFileSync(path), packed(wordTemplate()))
  assert.equal(older.statusCode, 200, older.body)
  assert.match(String(older.headers['content-disposition']), /attachment/)
  assert.match(trail.body, /"kind":"template"/)
})

test('a template is told by what it holds: one that is called otherwise is refused, and nothing is kept', async () => {
  const { give, list } = await start('bea', 'Renamed')

  const renamed = await give('slides.pptx', packed(wordTemplate()))
  const text = await give('slides.pptx', Buffer.from('no template at all'))

  assert.equal(renamed.statusCode, 422, renamed.body)
  assert.equal(text.statusCode, 422, text.body)
  assert.match(text.body, /is plain text/)
  assert.deepEqual(await list(), [])
})

test('more than 25 MB are refused with the limit', async () => {
  const { give } = await start('cleo', 'Large')

  const answer = await give('large.pptx', Buffer.alloc(26_000_000, 'PK'))

  assert.equal(answer.statusCode, 422, answer.body.slice(0, 300))
  assert.match(answer.body, /larger than 25 MB/)
})

test('a template that is put aside is used no more, and of two who do so the later one has to look again', async () => {
  const { url, give, list } = await start('dora', 'Aside')
  await give('deck.potx', packed(slideTemplate()))
  await give('book.xltx', packed(bookTemplate()))
  const { version } = (await list()).find(({ kind }: { kind: string }) => kind === 'pptx')
  const remove = () =>
    server.as('dora', { method: 'DELETE', url: `${url}/pptx`, headers: { 'if-match': `"${version}"` } })

  const [first, again] = [await remove(), await remove()]
  const items = await list()

  assert.equal(first.statusCode, 204, first.body)
  assert.equal(again.statusCode, 409, again.body)
  assert.deepEqual(
    items.map(({ kind, isUsed }: { kind: string; isUsed: boolean }) => [kind, isUsed]),
    [
      ['pptx', false],
      ['xlsx', true],
    ],
  )
})

test('the template of one organization is never that of another', async () => {
  const north = await start('eve', 'Norden AG')
  const south = await start('eve', 'Sueden AG')
  await north.give('letter.docx', packed(wordTemplate()))

  assert.deepEqual(await south.list(), [])
  assert.equal((await server.as('eve', { url: `${south.url}/docx/content` })).statusCode, 404)
})
