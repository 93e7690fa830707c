import { Resvg } from '@resvg/resvg-js'
import type { Logo } from '#base/brand.ts'
import { Refusal } from '#base/refusal.ts'
import { fileType } from '#registers/file-type.ts'
import { cleanSvg } from './logo/clean-svg.ts'
import { type Size, sizeOfJpeg, sizeOfPng, sizeOfSvg } from './logo/measure.ts'

/** As large as a logo may be, in bytes and in dots across or down. */
export const largestLogo = 300_000
const mostDots = 4_000

/** As much longer as one side may be than the other: what is longer cannot be read on a page. */
const longest = 12

/** Reads a logo by what its bytes hold, whatever its name says; refuses what is not a picture that can be printed. */
export function readLogo(bytes: Buffer): Logo {
  if (bytes.length > largestLogo)
    throw refused(
      `has ${Math.ceil(bytes.length / 1000)} kB`,
      `Save it with at most ${largestLogo / 1000} kB.`,
    )
  const { kind, says } = fileType(bytes.subarray(0, 4096), bytes.subarray(-4096))
  if (kind === 'png') return pictureOf('image/png', bytes, sizeOfPng(bytes))
  if (kind === 'jpeg') return pictureOf('image/jpeg', bytes, sizeOfJpeg(bytes))
  if (kind === 'svg') {
    const clean = cleanSvg(bytes.toString('utf8'))
    return pictureOf('image/svg+xml', Buffer.from(clean), sizeOfSvg(clean))
  }
  throw refused(`is ${says}`, 'Choose a PNG, a JPEG or an SVG.')
}

function pictureOf(type: Logo['type'], bytes: Buffer, size: Size | undefined): Logo {
  if (!size || size.width < 1 || size.height < 1)
    throw refused('does not say how large it is', 'Save it anew.')
  const { width, height } = size
  if (type !== 'image/svg+xml' && Math.max(width, height) > mostDots)
    throw refused(`is ${width} by ${height} dots`, `Save it with at most ${mostDots} on each side.`)
  if (Math.max(width / height, height / width) > longest)
    throw refused(`is ${Math.round(width)} by ${Math.round(height)}`, 'Choose one that is less long.')
  const logo: Logo = { type, base64: bytes.toString('base64'), width, height }
  demandSeen(logo)
  return logo
}

/** Draws the picture small: one of which nothing comes out is broken, or has nothing to show. */
function demandSeen({ type, base64, width, height }: Logo): void {
  const across = 48
  const down = Math.max(1, Math.round((across * height) / width))
  const svg =
    type === 'image/svg+xml'
      ? Buffer.from(base64, 'base64').toString('utf8')
      : `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}"><image href="data:${type};base64,${base64}" width="${across}" height="${down}"/></svg>`
  const pixels = drawn(svg, across)
  if (!pixels.some((value, at) => at % 4 === 3 && value > 0))
    throw refused('cannot be drawn, or is empty', 'Open it in a program for pictures and save it anew.')
}

function drawn(svg: string, across: number): Buffer {
  try {
    const resvg = new Resvg(svg, {
      fitTo: { mode: 'width', value: across },
      font: { loadSystemFonts: false },
    })
    return resvg.render().pixels
  } catch (error) {
    throw new Refusal('invalid', 'The logo cannot be drawn. Save it anew, or as PNG.', { cause: error })
  }
}

function refused(what: string, advice: string): Refusal {
  return new Refusal('invalid', `The logo ${what}. ${advice}`)
}
