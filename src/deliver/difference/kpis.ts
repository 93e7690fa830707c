import { count, decimal, percent } from '#base/format.ts'
import { say } from '#content/sentences.ts'
import type { FrozenKpi } from '../snapshot-matter.ts'
import type { DifferenceInput } from './input.ts'

/** KPIs that moved, each with the range that was usual for it before. */
export type KpiChanges = Readonly<{
  says: string
  rows: readonly (readonly string[])[]
  figures: Readonly<Record<string, string>>
}>

/** Holds the newest months of two snapshots against each other, and against the usual range of the earlier one. */
export function kpiChangesOf({ before, after, words }: DifferenceInput): KpiChanges {
  const old = new Map(before.matter.kpis.map((kpi) => [kpi.kpi, kpi]))
  const moved = after.matter.kpis.flatMap((kpi) => {
    const earlier = old.get(kpi.kpi)
    const [was, is] = [earlier?.points.at(-1), kpi.points.at(-1)]
    if (!is || (was?.number === is.number && was.period === is.period)) return []
    return [{ kpi, was, is, usual: earlier?.limits }]
  })
  const lies = moved.map(({ is, usual }) => placeOf(is.number, usual))
  const figures = {
    'kpis.moved': count(moved.length),
    'kpis.watched': count(after.matter.kpis.length),
    'kpis.outside': count(lies.filter((place) => place === 'above' || place === 'below').length),
  }
  return {
    says: say(words, moved.length === 0 ? 'kpis.none' : 'kpis.says', {
      moved: figures['kpis.moved'],
      watched: figures['kpis.watched'],
      outside: figures['kpis.outside'],
    }),
    rows: moved.map(({ kpi, was, is, usual }, at) => [
      kpi.title,
      was ? `${shown(kpi, was.number)} (${was.period})` : '–',
      `${shown(kpi, is.number)} (${is.period})`,
      usual ? say(words, 'kpis.range', { low: shown(kpi, usual.low), high: shown(kpi, usual.high) }) : '–',
      say(words, `kpis.place.${lies[at] ?? 'unknown'}`),
    ]),
    figures: {
      ...figures,
      ...Object.fromEntries(
        moved.map(({ kpi, is }) => [`kpi.${kpi.kpi}.after`, `${shown(kpi, is.number)} (${is.period})`]),
      ),
    },
  }
}

function placeOf(number: number, usual: FrozenKpi['limits']): 'above' | 'below' | 'within' | 'unknown' {
  if (!usual) return 'unknown'
  if (number > usual.high) return 'above'
  return number < usual.low ? 'below' : 'within'
}

function shown({ answers, unit }: FrozenKpi, number: number): string {
  if (answers === 'share') return percent(Math.min(1, Math.max(0, number)))
  return [decimal(number), unit].filter(Boolean).join(' ')
}
