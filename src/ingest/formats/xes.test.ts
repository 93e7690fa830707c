import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { stage } from './stage.ts'
import { codesOf, given, refused, rowsOf, staged, tableOf } from './trial.ts'

function log(traces: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">
  <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
  <float key="average" value="1.5"><float key="inner" value="2"/></float>
  ${traces}
</log>`
}

const event =
  '<event><string key="concept:name" value="Accepted"/><date key="time:timestamp" value="2012-05-04T10:00:00+02:00"/></event>'

test('each event is a row with the attributes of its trace and its place in the file', async () => {
  const text = log(`
    <trace><string key="concept:name" value="P-1"/><string key="impact" value="High &amp; wide"/>${event}
      <event><string key="concept:name" value="Closed"/><string key="seq" value="own"/></event></trace>
    <trace><string key="concept:name" value="P-2"/>${event}</trace>`)

  const staging = await staged('log.xes.gz', gzipSync(text))

  assert.deepEqual(rowsOf(staging), [
    {
      'case:concept:name': 'P-1',
      seq: '1',
      'case:impact': 'High & wide',
      'concept:name': 'Accepted',
      'time:timestamp': '2012-05-04T10:00:00+02:00',
    },
    {
      'case:concept:name': 'P-1',
      seq: '2',
      'case:impact': 'High & wide',
      'concept:name': 'Closed',
      seq_2: 'own',
    },
    {
      'case:concept:name': 'P-2',
      seq: '3',
      'concept:name': 'Accepted',
      'time:timestamp': '2012-05-04T10:00:00+02:00',
    },
  ])
  assert.equal(tableOf(staging).zone, 'offset')
  assert.equal(tableOf(staging).name, 'log')
})

test('attributes of a trace count for events that stand before them', async () => {
  const staging = await staged(
    'log.xes',
    log(`<trace>${event}<string key="concept:name" value="P-1"/></trace>`),
  )

  assert.equal(rowsOf(staging)[0]?.['case:concept:name'], 'P-1')
})

test('nested attributes are named by dots, lists joined by commas', async () => {
  const text = log(`<trace><event>
    <string key="a" value="x"><string key="b" value="y"/></string>
    <list key="tags"><values><string key="t" value="one"/><string key="t" value="two"/></values></list>
  </event></trace>`)

  assert.deepEqual(rowsOf(await staged('log.xes', text)), [
    { seq: '1', 'a.b': 'y', a: 'x', tags: 'one, two' },
  ])
})

test('time stamps with and without offset make a mixed zone', async () => {
  const zoneless = event.replace('+02:00', '')

  assert.equal(tableOf(await staged('log.xes', log(`<trace>${event}${zoneless}</trace>`))).zone, 'mixed')
  assert.equal(tableOf(await staged('log.xes', log(`<trace>${zoneless}</trace>`))).zone, 'none')
})

test('traces without events, events without trace and repeated attributes are counted', async () => {
  const twice = event.replace('<date', '<string key="concept:name" value="again"/><date')
  const staging = await staged('log.xes', log(`<trace></trace><trace>${twice}</trace>${event}`))

  assert.deepEqual(codesOf(staging), [
    'ingest.empty-trace',
    'ingest.loose-event',
    'ingest.repeated-attribute',
  ])
  assert.equal(rowsOf(staging)[0]?.['concept:name'], 'Accepted')
})

test('an encoding named in the first line is read', async () => {
  const text = log(`<trace>${event.replace('Accepted', 'Zoë')}</trace>`).replace('UTF-8', 'ISO-8859-1')

  assert.equal(rowsOf(await staged('log.xes', Buffer.from(text, 'latin1')))[0]?.['concept:name'], 'Zoë')
})

test('UTF-16 is read', async () => {
  const text = `\ufeff${log(`<trace>${event}</trace>`).replace('UTF-8', 'UTF-16')}`

  assert.equal(rowsOf(await staged('log.xes', Buffer.from(text, 'utf16le'))).length, 1)
})

test('a document type is refused before any entity is expanded', async () => {
  const bomb = `<?xml version="1.0"?>
<!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<log xes.version="1.0"><trace><event><string key="x" value="&b;"/></event></trace></log>`

  assert.match(await refused('log.xes', bomb), /log\.xes:2: it has a document type \(DOCTYPE\)/)
})

test('an entity that is none of the five of XML is refused', async () => {
  const text = log(`<trace>${event.replace('Accepted', '&secret;')}</trace>`)

  assert.match(await refused('log.xes', text), /log\.xes:5: the XML is broken: undefined entity/)
})

test('XML that ends early is refused with its last line', async () => {
  const text = log(`<trace>${event}</trace>`)

  assert.match(await refused('log.xes', text.slice(0, -10)), /log\.xes:5: the XML is broken: unclosed tag/)
})

test('a wrong end tag is refused with its line', async () => {
  assert.match(await refused('log.xes', log(`<trace>${event}\n</event>`)), /log\.xes:6: the XML is broken: /)
})

test('an event log without events is refused', async () => {
  assert.match(await refused('log.xes', log('<trace></trace>')), /the event log holds no events/)
})

test('an element that never ends is refused', async () => {
  const text = log(`<trace><!--${'x'.repeat(5_000_000)}--></trace>`)

  assert.match(
    await refused('log.xes', text, { line: 1 << 21 }),
    /one element or comment is longer than 2\.0 MiB/,
  )
})

test('endless nesting is refused', async () => {
  assert.match(
    await refused('log.xes', log('<string>'.repeat(300))),
    /elements lie more than 256 levels deep/,
  )
})

test('XML that is neither XES nor OCEL is refused', async () => {
  assert.match(
    await refused('feed.xml', '<?xml version="1.0"?><rss></rss>'),
    /it is XML, but neither XES nor OCEL/,
  )
})

const data = fileURLToPath(new URL('../../../../shared/data/bpic2013/', import.meta.url))
const skip = existsSync(data) ? false : 'needs ../shared/data'

test('the real problem logs have as many events as their CSV', { skip }, async () => {
  const closed = await stage(`${data}BPIC13_closed_problems.xes.gz`, given('x', '').into)
  const open = await stage(`${data}BPIC13_open_problems.xes.gz`, given('x', '').into)

  assert.deepEqual([rowsOf(closed).length, rowsOf(open).length], [6660, 2351])
  assert.equal(new Set(rowsOf(closed).map((row) => row['case:concept:name'])).size, 1487)
  assert.equal(tableOf(closed).zone, 'offset')
})
