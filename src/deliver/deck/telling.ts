import type { Figure } from '../programme/figure.ts'
import type { Programme } from '../programme-figures.ts'
import type { Speech } from '../speech.ts'
import type { Slide } from './slide.ts'

/** Tells figures on a slide and remembers which, so that its notes can say where each comes from. */
export type Teller = Readonly<{
  /** The figure as it is read; undefined where there is none. */
  tell: (id: string) => string | undefined
  /** As a tile with its label, or nothing. */
  tile: (id: string, label?: string) => readonly Readonly<{ value: string; label: string }>[]
  told: () => readonly Figure[]
  /** The figures of some places of a sentence; what is not there is left empty. */
  places: (ids: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  speech: Speech
}>

/** A teller for one slide, in the language of the deck. */
export function teller({ figures, speech }: Pick<Programme, 'figures' | 'speech'>): Teller {
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
    places: (ids) => Object.fromEntries(Object.entries(ids).map(([place, id]) => [place, tell(id) ?? ''])),
    speech,
  }
}

/** A slide with what was told on it: its figures, and notes that say what is meant and where each figure comes from. */
export function slideOf(
  { told, speech: { say } }: Teller,
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
      ...(whole.length > 0 ? ['', say('notes.whole'), ...whole] : []),
      '',
      say(told().length > 0 ? 'notes.sources' : 'notes.none'),
      ...told().map(({ label, shown, source }) => say('notes.figure', { label, shown, source })),
    ],
  }
}
