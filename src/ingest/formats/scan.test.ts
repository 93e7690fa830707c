import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Scan, type Scanned } from './scan.ts'

const options = { shown: 'tickets.csv', line: 16 * 1024 ** 2 }

function scanned(chunks: Iterable<Buffer>, more: { line?: number } = {}): Scanned {
  const scan = new Scan({ ...options, ...more })
  for (const chunk of chunks) scan.push(chunk)
  return scan.end()
}

test('a line of two gigabytes is refused after sixteen megabytes of it', () => {
  let pulled = 0
  function* endless(): Generator<Buffer> {
    const chunk = Buffer.alloc(1 << 20, 'x')
    for (; pulled < 2048; pulled += 1) yield chunk
  }

  assert.throws(
    () => scanned(endless()),
    /tickets\.csv:1: the line is longer than 16\.0 MiB \(it starts at byte 1\)/,
  )
  assert.equal(pulled, 16)
})

test('a long line is told with its own number, not the first', () => {
  const chunks = [Buffer.from('a,b\n1,2\n3,'), Buffer.alloc(60, 'x')]

  assert.throws(() => scanned(chunks, { line: 50 }), /tickets\.csv:3: .*starts at byte 9/)
})

test('a line as long as the limit is read', () => {
  assert.equal(
    scanned([Buffer.from('a,b\n'), Buffer.alloc(50, 'x'), Buffer.from('\n')], { line: 50 }).rows,
    2,
  )
})

test('a NUL byte is refused with its line and byte', () => {
  const chunks = [Buffer.from('a,b\n1,2\n'), Buffer.from('3,4\n5,\0\n')]

  assert.throws(() => scanned(chunks), /tickets\.csv:4: byte 15 is a NUL byte/)
})

test('a character cut between two chunks is still UTF-8', () => {
  const text = Buffer.from('name\nZoë €\n𝄞\n')
  const bytes = [...text].map((byte) => Buffer.from([byte]))

  assert.equal(scanned(bytes).notUtf8, undefined)
})

test('a character that never ends is not UTF-8', () => {
  assert.notEqual(scanned([Buffer.from('name\nZo'), Buffer.from([0xc3])]).notUtf8, undefined)
})

test('Latin-1 is not UTF-8', () => {
  assert.equal(scanned([Buffer.from('name\nZoë\n', 'latin1')]).notUtf8, 0)
})

test('line breaks of CRLF rows within quotes do not count as mixed', () => {
  const { mixedNewlines, quotedNewlines } = scanned([Buffer.from('a,b\r\n"x\ny",2\r\n')])

  assert.deepEqual({ mixedNewlines, quotedNewlines }, { mixedNewlines: false, quotedNewlines: true })
})

test('rows that end in LF and CRLF by turns are told', () => {
  assert.equal(scanned([Buffer.from('a,b\r\n1,2\n')]).mixedNewlines, true)
})

test('a quote that never closes is told with the line of its row', () => {
  assert.equal(scanned([Buffer.from('a,b\n1,2\n"3,4\n5,6\n')]).openQuote, 3)
})

/** The same answers, line by line. */
function slowly(text: string): Omit<Scanned, 'notUtf8'> {
  const rows: string[] = []
  let row = ''
  let rowLine = 1
  for (const [index, line] of text.split(/(?<=\n)/).entries()) {
    row += line
    if (isOpen(row) || !line.endsWith('\n')) continue
    rows.push(row)
    row = ''
    rowLine = index + 2
  }
  const bare = rows.map((one) => one.replace(/\r?\n$/, ''))
  return {
    rows: bare.filter((one) => one !== '').length + (row === '' ? 0 : 1),
    quotedNewlines: [...bare, row].some((one) => one.includes('\n')),
    openQuote: isOpen(row) ? rowLine : undefined,
    blankLines: bare.includes(''),
    mixedNewlines: rows.some((one) => one.endsWith('\r\n')) && rows.some((one) => !one.endsWith('\r\n')),
  }
}

function isOpen(text: string): boolean {
  return text.split('"').length % 2 === 0
}

test('however a file is cut into chunks, the pass says the same as reading it character by character', () => {
  const alphabet = fc.constantFrom(
    '"',
    '\n',
    '\r\n',
    ',',
    'x',
    'long enough to be searched natively, word by word',
  )
  const texts = fc.array(alphabet, { maxLength: 60 }).map((parts) => parts.join(''))

  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 3 }),
      (text, size, shift) => {
        const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).subarray(shift)
        const chunks: Buffer[] = []
        for (let at = 0; at < whole.length; at += size) chunks.push(whole.subarray(at, at + size))

        const { notUtf8: _, ...rest } = scanned(chunks)

        assert.deepEqual(rest, slowly(text))
      },
    ),
    { seed: 20000, numRuns: 500 },
  )
})
