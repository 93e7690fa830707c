import type { Brand } from '#base/brand.ts'
import type { Speech } from '../speech.ts'
import type { Box, Paragraph } from './fit.ts'

/** Text in a box; the first of the sizes that fits is taken. In the box of the body it fills the placeholder of the master. */
export type TextBlock = Readonly<{
  kind: 'text'
  box: Box
  paragraphs: readonly Paragraph[]
  sizes: readonly number[]
  isBody?: boolean
}>

/** Large figures with their labels, side by side. */
export type TilesBlock = Readonly<{
  kind: 'tiles'
  box: Box
  tiles: readonly Readonly<{ value: string; label: string }>[]
}>

/** A table with its head as first row; widths are shares of the box. */
export type TableBlock = Readonly<{
  kind: 'table'
  box: Box
  name: string
  rows: readonly (readonly string[])[]
  widths: readonly number[]
  /** Columns of numbers, which stand to the right. */
  numbers?: readonly number[]
}>

/** One series of a chart; a line lies over the bars. */
export type Series = Readonly<{ name: string; values: readonly (number | undefined)[]; isLine?: boolean }>

/** A chart that stays one: numbers can be edited in PowerPoint. alt says what it shows. */
export type ChartBlock = Readonly<{
  kind: 'chart'
  box: Box
  name: string
  alt: string
  form: 'columns' | 'stacked bars' | 'tornado' | 'lines'
  categories: readonly string[]
  series: readonly Series[]
  /** How numbers are written, as Excel says it. */
  format: string
  title?: string
}>

/** Bars over time, with marked days. Days are ISO days. */
export type TimeBlock = Readonly<{
  kind: 'time'
  box: Box
  name: string
  rows: readonly Readonly<{ label: string; from: string; to: string; isDriving: boolean }>[]
  marks: readonly Readonly<{ label: string; on: string }>[]
}>

/** Short texts under a head each, side by side; steps follow one another, and others do not. */
export type CardsBlock = Readonly<{
  kind: 'cards'
  box: Box
  cards: readonly Readonly<{ head: string; says: string }>[]
  areSteps?: boolean
}>

export type Block = TextBlock | TilesBlock | TableBlock | ChartBlock | TimeBlock | CardsBlock

/** One slide: its message as title, what shows it, where it comes from, and what is said about it. */
export type Slide = Readonly<{
  id: string
  layout: 'cover' | 'message'
  title: string
  blocks: readonly Block[]
  source: string
  notes: readonly string[]
  /** The figures that stand on it. */
  figures: readonly string[]
}>

/** A deck as it is printed; nothing is computed after this. */
export type Deck = Readonly<{
  title: string
  organization: string
  madeOn: string
  version: string
  /** How it speaks: what is said beside every slide, and how days are written. */
  speech: Speech
  /** How the organization wants it to look; absent while nobody has chosen. */
  brand?: Brand | undefined
  slides: readonly Slide[]
}>

/** Where things stand on a slide of 13.333 by 7.5 inches. */
export const page = { w: 13.333, h: 7.5 } as const
export const titleBox: Box = { x: 0.6, y: 0.4, w: 12.13, h: 1.0 }
export const bodyBox: Box = { x: 0.6, y: 1.5, w: 12.13, h: 5.0 }
export const sourceBox: Box = { x: 0.6, y: 6.62, w: 12.13, h: 0.36 }

/** Sizes in points from the largest: of a title, of text, of text beside a figure. */
export const titleSizes = [26, 24, 22, 20, 18] as const
export const textSizes = [20, 18, 16, 14, 13, 12] as const
export const sideSizes = [16, 14, 13, 12] as const
