import { attributeByPurpose, attributesFromData, hintCapability } from '#assessment/capability-from-data.ts'
import { clauseOf } from '#content/requirement.ts'
import type { ClauseGroup } from '#content/standard.ts'
import type { Result } from '#evidence/result.ts'
import { drawRadar } from '../charts/radar.ts'
import type { Chart } from '../charts/svg.ts'
import type { Speech } from '../speech.ts'
import { isIn } from './clauses.ts'
import type { GapReportInput } from './input.ts'

/** What tickets hint about capability, by group of clause 8. */
export type Capability = {
  readonly title: string
  readonly chart: Chart
  readonly rows: readonly (readonly string[])[]
  readonly source: string
}

/** Ends of the bands of achievement, in the manner of ISO/IEC 33020. */
const rings = [
  { percent: 15, label: '15' },
  { percent: 50, label: '50' },
  { percent: 85, label: '85' },
  { percent: 100, label: '' },
]

/** The figures of the capability radar: one axis per group of clause 8, only where checks reached a verdict. */
export function capabilityOf({
  catalogue,
  collected,
  speech,
  attributeOf = attributeByPurpose(collected.results),
}: GapReportInput): Capability {
  const { say, many, percent } = speech
  const notAssessed = say('mark.not-assessed')
  const groups = catalogue.standard.groups.filter(({ clauses }) =>
    clauses.some((clause) => clause.startsWith('8')),
  )
  const lines = groups.map((group) => {
    const results = collected.results.filter((result) => decidesIn(result, group))
    const hints = hintCapability(results, attributeOf)
    const known = hints.flatMap(({ percent }) => (percent === undefined ? [] : [percent]))
    const checks = hints.reduce((sum, hint) => sum + hint.checks.length, 0)
    const mean =
      known.length === 0
        ? undefined
        : Math.round(known.reduce((sum, percent) => sum + percent, 0) / known.length)
    return { group, hints, mean, checks }
  })
  const said = lines.map(
    ({ group, mean }) => `${group.title} ${mean === undefined ? notAssessed : percent(mean / 100)}`,
  )
  const axes = lines.map(({ group, mean, checks }) => ({
    label: [group.clauses.join(', '), ...twoLines(group.title)],
    note:
      mean === undefined ? notAssessed : many('capability.note', checks, { percent: percent(mean / 100) }),
    ...(mean === undefined ? {} : { percent: mean }),
  }))
  const assessed = lines.filter(({ mean }) => mean !== undefined).length
  return {
    title: say('capability.title', { assessed, groups: groups.length }),
    chart: drawRadar(axes, rings, say('capability.alt', { groups: said.join('; ') }), 400),
    rows: lines.map(({ group, hints }) => [
      `${group.clauses.join(', ')} ${group.title}`,
      ...attributesFromData.map((attribute) =>
        sayHint(
          hints.find((hint) => hint.attribute === attribute),
          speech,
        ),
      ),
    ]),
    source: say('capability.source'),
  }
}

function decidesIn({ decides }: Result, group: ClauseGroup): boolean {
  return decides.some(({ requirement }) => isIn(clauseOf({ id: requirement }), group))
}

function sayHint(
  hint: ReturnType<typeof hintCapability>[number] | undefined,
  { say, many, percent }: Speech,
): string {
  if (hint?.percent === undefined) return say('mark.not-assessed')
  return many('capability.hint', hint.checks.length, {
    percent: percent(hint.percent / 100),
    band: hint.band ?? '',
  })
}

function twoLines(title: string): string[] {
  if (title.length <= 20) return [title]
  const blank = title.indexOf(' ', title.length / 2 - 4)
  return blank < 0 ? [title] : [title.slice(0, blank), title.slice(blank + 1)]
}
