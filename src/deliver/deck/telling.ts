import type { Figure, Figures } from '../programme/figure.ts'
import type { Slide } from './slide.ts'

/** Tells figures on a slide and remembers which, so that its notes can say where each comes from. */
export type Teller = Readonly<{
  /** The figure as it is read; undefined where there is none. */
  tell: (id: string) => string | undefined
  /** As a tile with its label, or nothing. */
  tile: (id: string, label?: string) => readonly Readonly<{ value: string; label: string }>[]
  told: () => readonly Figure[]
}>

/** A teller for one slide. */
export function teller(figures: Figures): Teller {
  const told = new Map<string, Figure>()
  const tell = (id: string) => {
    const figure = figures.get(id)
    if (figure) told.set(id, figure)
    return figure?.shown
  }
  return {
    tell,
    tile: (id, label) => {
      const value = tell(id)
      return value === undefined ? [] : [{ value, label: label ?? figures.get(id)?.label ?? '' }]
    },
    told: () => [...told.values()],
  }
}

/** A slide with what was told on it: its figures, and notes that say what is meant and where each figure comes from. */
export function slideOf(
  { told }: Teller,
  slide: Omit<Slide, 'layout' | 'figures' | 'notes'> & { readonly says: string; readonly layout?: 'cover' },
): Slide {
  const { says: spoken, layout = 'message', ...rest } = slide
  const whole = rest.blocks.flatMap((block) => {
    if (block.kind === 'table') return block.rows.slice(1).map((row) => row.filter(Boolean).join(' | '))
    if (block.kind === 'cards') return block.cards.map(({ head, says }) => `${head}: ${says}`)
    if (block.kind === 'text') return block.paragraphs.map(({ text }) => text)
    return []
  })
  return {
    ...rest,
    layout,
    figures: told().map(({ id }) => id),
    notes: [
      spoken,
      ...(whole.length > 0 ? ['', 'On this slide, in full:', ...whole] : []),
      '',
      told().length > 0 ? 'Where the figures come from:' : 'No figure stands on this slide.',
      ...told().map(({ label, shown, source }) => `${label}: ${shown}. Source: ${source}.`),
    ],
  }
}
