/** One tone of a verdict: never colour alone, always the shape and a word beside it. */
export type Tone = {
  readonly light: string
  readonly dark: string
  readonly symbol: string
  readonly shape: 'disc' | 'diamond' | 'half' | 'triangle' | 'square' | 'ring' | 'slashed'
}

/** The names of the tones; ratings, check verdicts, gates and readiness labels all use these. */
export type ToneName =
  | 'conforming'
  | 'opportunity'
  | 'partially'
  | 'minor'
  | 'major'
  | 'not_assessed'
  | 'not_applicable'

const tones: Readonly<Record<ToneName, Tone>> = {
  conforming: { light: '#1C7A45', dark: '#63C48D', symbol: '●', shape: 'disc' },
  opportunity: { light: '#2F62A6', dark: '#86B3EE', symbol: '◇', shape: 'diamond' },
  partially: { light: '#8F6400', dark: '#E0B04A', symbol: '◐', shape: 'half' },
  minor: { light: '#B04A12', dark: '#F09A63', symbol: '▲', shape: 'triangle' },
  major: { light: '#A61B1B', dark: '#F58A86', symbol: '■', shape: 'square' },
  not_assessed: { light: '#5F6B7C', dark: '#95A1B3', symbol: '○', shape: 'ring' },
  not_applicable: { light: '#5F6B7C', dark: '#95A1B3', symbol: '⊘', shape: 'slashed' },
}

/**
 * The visual system of pages, charts and documents: every colour, size and shape is written here and nowhere else.
 * size: CSS pixels on screen; on paper one pixel is paperPoints points. lineHeight: multiples of the size.
 */
export const look = {
  light: {
    ink: '#14181F',
    second: '#4A5363',
    paper: '#FFFFFF',
    mist: '#F5F7F9',
    line: '#DDE2E9',
    accent: '#0E5A6B',
  },
  dark: {
    ink: '#E8ECF2',
    second: '#AAB4C3',
    paper: '#12161C',
    mist: '#1A2029',
    line: '#2B3442',
    accent: '#6CC3D5',
  },
  tones,
  /** Data series that stay apart for colour-blind readers (Okabe and Ito 2008). */
  series: ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000'],
  fonts: ['Inter', 'Noto Sans Arabic'],
  weight: { text: 400, strong: 600 },
  size: { small: 12, table: 13, body: 14, lead: 16, section: 20, chapter: 24, cover: 32 },
  paperPoints: 2 / 3,
  lineHeight: { text: 1.5, heading: 1.25 },
  space: 4,
  lineLength: 75,
} as const
