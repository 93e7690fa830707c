import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { look } from '#base/look.ts'

const load = createRequire(import.meta.url)

/** A font of the look as a file; the families are named in `src/base/look.ts`. */
export function fontFile(weight: '400Regular' | '600SemiBold'): string {
  return join(load.resolve('@expo-google-fonts/inter/package.json'), '..', weight, `Inter_${weight}.ttf`)
}

/** Three dots a point: 216 an inch. */
const density = 3

/** The same flow stands in the volume and in the guide of its process, and is drawn once. */
const drawn = new Map<string, Buffer>()

/** A drawing as a picture; width in points. Fonts come with the program, so it looks alike on every machine. */
export function pngOf(svg: string, width: number): Buffer {
  const known = drawn.get(svg) ?? draw(svg, width)
  drawn.set(svg, known)
  return known
}

function draw(svg: string, width: number): Buffer {
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(width * density) },
    background: look.light.paper,
    font: {
      loadSystemFonts: false,
      fontFiles: [fontFile('400Regular'), fontFile('600SemiBold')],
      defaultFontFamily: 'Inter',
    },
  })
  return Buffer.from(resvg.render().asPng())
}
