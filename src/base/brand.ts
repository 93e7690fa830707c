import { look } from './look.ts'

/** A picture that stands for an organization, as its bytes in base64. width and height: its own measures, for their ratio. */
export type Logo = Readonly<{
  type: 'image/png' | 'image/jpeg' | 'image/svg+xml'
  base64: string
  width: number
  height: number
}>

/**
 * What an organization's documents look like beside the common look. primary: lines, numbers of chapters, the title;
 * secondary: subtitles and heads. Both are colours of text on paper, as #RRGGBB. Empty words are left out.
 */
export type Brand = Readonly<{
  primary: string
  secondary: string
  footer: string
  coverLine: string
  logo?: Logo | undefined
}>

/** The look of whoever has chosen none. */
export const plainBrand: Brand = {
  primary: look.light.accent,
  secondary: look.light.second,
  footer: '',
  coverLine: '',
}

/** Text has to stand out this much from what it is written on (WCAG 2.2, 1.4.3). */
export const fewestContrast = 4.5

/** How far two colours are apart, from 1 to 21, as WCAG 2.2 computes it from their relative luminance. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The grounds on which documents write: paper, and the tint below heads of tables. */
const grounds = [look.light.paper, look.light.mist]

/** The contrast of a colour where it can be read worst. */
export function readability(colour: string): number {
  return Math.min(...grounds.map((ground) => contrast(colour, ground)))
}
