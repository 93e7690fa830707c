import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import { Refusal } from '#base/refusal.ts'
import { largestLogo, readLogo } from './logo.ts'

/** A small PNG of one colour with its alpha. */
function png(width: number, height: number, alpha = 255): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.concat(Array(width).fill(Buffer.from([10, 90, 107, alpha]))),
  ])
  const rows = Buffer.concat(Array(height).fill(row))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const svg = (inside: string, root = 'viewBox="0 0 100 40"') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" ${root}><rect width="100" height="40" fill="#0E5A6B"/>${inside}</svg>`,
  )

const refusedWith = (bytes: Buffer, says: RegExp) =>
  assert.throws(
    () => readLogo(bytes),
    (error: unknown) => error instanceof Refusal && says.test(error.message),
  )

test('a PNG is told by its bytes, and keeps its measures', () => {
  const { type, width, height } = readLogo(png(60, 20))

  assert.deepEqual({ type, width, height }, { type: 'image/png', width: 60, height: 20 })
})

test('a PNG that is cut off or wholly transparent is refused: a document could not show it', () => {
  refusedWith(png(60, 20, 0), /cannot be drawn, or is empty/)
  refusedWith(png(60, 20).subarray(0, 45), /cannot be drawn/)
})

test('what is no picture is refused by what it is', () => {
  refusedWith(Buffer.from('%PDF-1.7 and so on'), /is a PDF/)
  refusedWith(Buffer.from('<html><body>logo</body></html>'), /is a web page/)
  refusedWith(Buffer.alloc(0), /not known|plain text/)
})

test('a picture that is too large or too long is refused with what it may be', () => {
  refusedWith(Buffer.alloc(largestLogo + 1), /at most 300 kB/)
  refusedWith(png(130, 10), /less long/)
})

test('a drawing keeps its shapes and loses comments, name spaces and unknown parts', () => {
  const logo = readLogo(
    svg(
      '<!-- a secret --><g style="fill:#fff;behavior:none" data-owner="me"><circle cx="5" cy="5" r="4"/></g><metadata>who drew it</metadata><sodipodi:namedview xmlns:sodipodi="x"/>',
    ),
  )
  const text = Buffer.from(logo.base64, 'base64').toString('utf8')

  assert.match(text, /<g fill="#fff"><circle cx="5" cy="5" r="4"><\/circle><\/g>/)
  assert.doesNotMatch(text, /secret|who drew|data-owner|behavior|sodipodi/)
  assert.deepEqual([logo.width, logo.height], [100, 40])
})

for (const [what, inside] of Object.entries({
  'a script': '<script>alert(1)</script>',
  'an event': '<g onclick="alert(1)"/>',
  'an event in other letters': '<g ONLOAD="alert(1)"/>',
  'a page within': '<foreignObject><p>x</p></foreignObject>',
  'a picture from elsewhere': '<image href="https://example.org/a.png"/>',
  'a link': '<a href="https://example.org"><rect/></a>',
  'an address in a use': '<use href="https://example.org/a.svg#x"/>',
  'an address with a name space':
    '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="data:image/svg+xml,x"/>',
  'an address in a fill': '<rect fill="url(https://example.org/a)"/>',
  'an address in a style': '<rect style="fill:url( \'//example.org\' )"/>',
  'a style sheet': '<style>@import "x"</style>',
  'a script hidden in a dropped part': '<metadata><script>alert(1)</script></metadata>',
}))
  test(`a drawing with ${what} is refused`, () => {
    refusedWith(svg(inside), /The drawing holds/)
  })

test('a drawing with a document type is refused before an entity of it can grow', () => {
  const bomb =
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'

  refusedWith(Buffer.from(bomb), /a document type/)
})

test('a reference inside the drawing may stay', () => {
  const logo = readLogo(
    svg(
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#000"/></linearGradient></defs><rect fill="url(#g)" width="9" height="9"/><use href="#g"/>',
    ),
  )

  assert.match(Buffer.from(logo.base64, 'base64').toString('utf8'), /fill="url\(#g\)"/)
})

test('a drawing without measures is refused', () => {
  refusedWith(svg('', 'class="x"'), /how large/)
})
