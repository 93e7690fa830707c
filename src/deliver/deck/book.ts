import type Library from 'pptxgenjs'
import { look } from '#base/look.ts'
import type { Speech } from '../speech.ts'
import { colour } from '../word.ts'

/** The types of the library for slides: its package declares the class one level deeper than Node finds it. */
export type Book = Library.default
export type BookSlide = Library.default.Slide
export type ChartOptions = Library.default.IChartOpts
export type ChartName = Library.default.CHART_NAME

/** One slide of the library, the alternative texts of what it has no place for by the name of the object, and its language. */
export type Sheet = Readonly<{ slide: BookSlide; alts: Map<string, string>; speech: Speech }>

/** The colours of the look as slides name them. */
export const inks = {
  ink: colour(look.light.ink),
  second: colour(look.light.second),
  line: colour(look.light.line),
  mist: colour(look.light.mist),
  accent: colour(look.light.accent),
  paper: colour(look.light.paper),
} as const
/** The face of all text. */
export const face = look.fonts[0]
