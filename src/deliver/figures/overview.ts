import { Verdict } from '#evidence/result.ts'
import { type GapReportInput, processKey, processOf, titleOf } from './input.ts'
import { countSilent, countVerdict, mattersOf } from './matter.ts'
import { type Mark, markOfVerdict, noData } from './tone.ts'

/** One line per process: how many tickets, how many of them on the agreed path, and what its checks said. */
export type ProcessLine = {
  readonly title: string
  readonly clause: string
  readonly tickets: string
  readonly fitting: string
  readonly verdicts: readonly (readonly [Mark, string])[]
}

/** The overview before the pages of the processes, in their order. */
export function processLinesOf(input: GapReportInput): readonly ProcessLine[] {
  const { speech } = input
  return mattersOf(input).map((matter) => {
    const { conformance, title, clause } = matter
    const said = [
      ...Verdict.options.map(
        (verdict) => [markOfVerdict(verdict, speech), countVerdict(matter, verdict)] as const,
      ),
      [noData(speech), countSilent(matter)] as const,
    ]
    return {
      title,
      clause,
      tickets: conformance ? speech.count(conformance.tickets) : speech.say('processes.no-history'),
      fitting: conformance
        ? speech.shareOf(conformance.fitting, conformance.finished)
        : speech.say('processes.not-assessed'),
      verdicts: said.map(([mark, n]) => [mark, speech.count(n)] as const),
    }
  })
}

/** Processes without any data, so that nobody takes silence for a pass. */
export function silentProcessesOf(input: GapReportInput): readonly string[] {
  const { collected, models } = input
  const speaking = new Set(mattersOf(input).map(({ key }) => key))
  const asked = new Set([
    ...collected.results.map(({ check }) => processKey(processOf(check))),
    ...collected.measures.map(({ process }) => processKey(process)),
  ])
  return [...asked]
    .filter((key) => !speaking.has(key))
    .map((key) => titleOf(key, models))
    .toSorted()
}
