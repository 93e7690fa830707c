import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { look, type ToneName } from '#base/look.ts'

/** Mixes two colours of the system; share is that of the second, from 0 to 1. */
function mix(first: string, second: string, share: number): string {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const [from, to] = [parts(first), parts(second)]
  const mixed = from.map((part, at) => Math.round(part + ((to[at] ?? 0) - part) * share))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** Ten steps of one colour: the light theme's at 8, the dark theme's at 4. */
function steps(light: string, dark: string): MantineColorsTuple {
  return [
    mix(dark, look.light.paper, 0.9),
    mix(dark, look.light.paper, 0.75),
    mix(dark, look.light.paper, 0.5),
    mix(dark, look.light.paper, 0.25),
    dark,
    mix(dark, light, 0.25),
    mix(dark, light, 0.5),
    mix(dark, light, 0.75),
    light,
    mix(light, look.light.ink, 0.25),
  ]
}

/** The greys of the dark theme: from its ink to below its paper. */
function darks(): MantineColorsTuple {
  const { ink, second, line, mist, paper } = look.dark
  const between = mix(second, line, 0.5)
  return [ink, mix(ink, second, 0.5), second, between, line, mix(line, mist, 0.3), mist, paper, paper, paper]
}

const fonts = [...look.fonts, 'system-ui', 'sans-serif'].map((name) => `"${name}"`).join(', ')
const px = (size: number) => `${size / 16}rem`

/** Mantine's theme; every colour and size comes from the one visual system. */
export const theme = createTheme({
  fontFamily: fonts.replaceAll(/"(system-ui|sans-serif)"/g, '$1'),
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  black: look.light.ink,
  colors: {
    accent: steps(look.light.accent, look.dark.accent),
    dark: darks(),
    red: steps(look.tones.major.light, look.tones.major.dark),
  },
  fontSizes: {
    xs: px(look.size.small),
    sm: px(look.size.table),
    md: px(look.size.body),
    lg: px(look.size.lead),
    xl: px(look.size.section),
  },
  spacing: { xs: px(4), sm: px(8), md: px(16), lg: px(24), xl: px(32) },
  headings: { fontWeight: String(look.weight.strong) },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  shadows: { md: '0 4px 16px rgb(0 0 0 / 0.16)' },
  components: {
    Button: {
      defaultProps: { size: 'sm', fw: look.weight.strong },
      // Mantine reckons the contrast by the light theme alone.
      vars: (_: unknown, { variant = 'filled' }: { variant?: string }) => ({
        root: variant === 'filled' ? { '--button-color': 'var(--paper)' } : {},
      }),
    },
    Checkbox: { defaultProps: { iconColor: 'var(--paper)' } },
    InputWrapper: {
      styles: {
        description: { fontSize: look.size.small, lineHeight: 1.4 },
        error: { fontSize: look.size.small },
      },
    },
    Radio: {
      defaultProps: { iconColor: 'var(--paper)' },
      styles: { description: { fontSize: look.size.small, lineHeight: 1.4 } },
    },
    Tooltip: { defaultProps: { multiline: true, maw: 320, transitionProps: { duration: 100 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
  },
})

const names = Object.keys(look.tones) as ToneName[]

/** The tokens as CSS variables: --ink, --second, --paper, --mist, --line, --accent and one for each tone. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: scheme('light'),
  dark: scheme('dark'),
})

function scheme(kind: 'light' | 'dark'): Record<string, string> {
  const { ink, second, paper, mist, line, accent } = look[kind]
  return {
    '--ink': ink,
    '--second': second,
    '--paper': paper,
    '--mist': mist,
    '--line': line,
    '--accent': accent,
    ...Object.fromEntries(names.map((name) => [`--tone-${name}`, look.tones[name][kind]])),
    '--mantine-primary-color-contrast': paper,
    '--mantine-color-body': paper,
    '--mantine-color-text': ink,
    '--mantine-color-dimmed': second,
    '--mantine-color-placeholder': second,
    '--mantine-color-anchor': accent,
    '--mantine-color-error': look.tones.major[kind],
    '--mantine-color-default': paper,
    '--mantine-color-default-color': ink,
    '--mantine-color-default-hover': mist,
    '--mantine-color-default-border': line,
  }
}
