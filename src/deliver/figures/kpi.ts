import type { Kpi } from '#content/guides.ts'
import type { MeasureResult } from '#evidence/collected.ts'
import { reasonOf } from '../reason.ts'
import type { Speech } from '../speech.ts'
import { headlineOf } from './trend.ts'

/** The target of a KPI as its library suggests it; without one, which way is good. */
export function sayTarget({ target, unit, direction }: Kpi, speech: Speech): string {
  if (target !== '' && target !== 'None') return target
  return direction === 'neutral'
    ? speech.say('measure.watched')
    : speech.say('measure.direction', { direction: speech.say(`measure.${direction}`), unit })
}

/** The value as the data show it now; a KPI that no measure computes says so. */
export function sayNow(kpi: string, measures: readonly MeasureResult[], speech: Speech): string {
  const own = measuresOfKpi(kpi, measures)
  if (own.length === 0) return speech.say('measure.not-computed')
  const headline = own.flatMap((measure) => headlineOf(measure, speech) ?? [])[0]
  if (!headline) return reasonOf(own[0]?.because ?? speech.say('measure.no-data'), speech.say)
  return [headline.value, headline.unit, headline.note && `(${headline.note})`].filter(Boolean).join(' ')
}

/** The measures that compute a KPI; several where it has more than one part. */
export function measuresOfKpi(kpi: string, measures: readonly MeasureResult[]): readonly MeasureResult[] {
  return measures.filter(({ aka }) => aka.includes(kpi))
}
