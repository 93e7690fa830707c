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
  /** The face of PDFs, which travels in them; absent: the first. */
  font?: BrandFont | undefined
  /** The face that files of Office name; empty: the face of the look. Where it is not installed, the program takes another. */
  officeFont?: string | undefined
  /** How covers look; absent: the first. */
  cover?: CoverStyle | undefined
}>

/** Faces that come with the program and travel in a PDF. */
export const brandFonts = ['Inter', 'Libertinus Serif'] as const
export type BrandFont = (typeof brandFonts)[number]

/** Covers: lines on paper, a band in the first colour, or the logo large. */
export const coverStyles = ['plain', 'band', 'logo'] as const
export type CoverStyle = (typeof coverStyles)[number]

/** The look of whoever has chosen none. */
export const plainBrand: Brand = {
  primary: look.light.accent,
  secondary: look.light.second,
  footer: '',
  coverLine: '',
}

/** Text has to stand out this much from what it is written on (WCAG 2.2, 1.4.3). */
export const fewestContrast = 4.5

/** The kinds of files of Office that an organization may give as its own template. */
export const templateKinds = ['docx', 'pptx', 'xlsx'] as const
export type TemplateKind = (typeof templateKinds)[number]

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
