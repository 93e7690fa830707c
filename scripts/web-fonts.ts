import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subset from 'subset-font'

const require = createRequire(import.meta.url)
const weights = { 400: '400Regular/Inter_400Regular.ttf', 600: '600SemiBold/Inter_600SemiBold.ttf' } as const

/** The letters of the languages the pages speak, and the signs they use; others fall back to the system's font. */
const ranges = [
  [0x20, 0x17f],
  [0x218, 0x21b],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2200, 0x2265],
  [0x25a0, 0x25ff],
  [0x2713, 0x2717],
] as const

/** Cuts Inter down to those letters and writes it as WOFF2, once for each version; answers the folder to publish. */
export async function webFonts(folder: string): Promise<string> {
  const { version } = require('@expo-google-fonts/inter/package.json') as { version: string }
  const top = join(folder, version)
  const into = join(top, 'fonts')
  mkdirSync(into, { recursive: true })
  for (const [weight, path] of Object.entries(weights)) {
    const file = join(into, `inter-${weight}.woff2`)
    if (existsSync(file)) continue
    const whole = readFileSync(require.resolve(`@expo-google-fonts/inter/${path}`))
    writeFileSync(file, await subset(whole, letters(), { targetFormat: 'woff2' }))
  }
  return top
}

function letters(): string {
  return ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
    .map((point) => String.fromCodePoint(point))
    .join('')
}
