import type { Record } from '#registers/record.ts'

/** What the plan lacks, and how far its messages reached. */
export type CommunicationPlan = Readonly<{
  /** Occasions without which the plan is not whole. */
  missing: readonly string[]
  /** Processes that have a message on the day and none before it, or the other way round. */
  unprepared: readonly Readonly<{ process: string; lacks: string }>[]
  planned: number
  sent: number
  /** Planned for a day that has passed. */
  late: readonly string[]
  /** By audience: people informed and people involved, counted apart, of measured messages. */
  audiences: readonly Readonly<{
    audience: string
    messages: number
    size: number
    informed: number
    involved: number
  }>[]
}>

/** Occasions that every plan has, whichever processes there are. */
const always = [
  'launch',
  'scope and policy',
  'monthly progress',
  'audit preparation',
  'audit result',
  'quarterly report',
] as const
const ofProcess = [
  'process: before',
  'process: on the day',
  'process: after two weeks',
  'process: result',
] as const

/** Judges the communication plan on a day. */
export function judgePlan(records: readonly Record[], on: string): CommunicationPlan {
  const kept = records.filter(({ state }) => state !== 'dropped')
  const occasions = new Set(kept.map(({ data }) => data.occasion))
  const processes = Map.groupBy(
    kept.filter(({ data }) => typeof data.process === 'string'),
    ({ data }) => String(data.process),
  )
  return {
    missing: always.filter((occasion) => !occasions.has(occasion)),
    unprepared: [...processes].flatMap(([process, own]) => {
      const has = new Set(own.map(({ data }) => data.occasion))
      return ofProcess.filter((occasion) => !has.has(occasion)).map((lacks) => ({ process, lacks }))
    }),
    planned: kept.filter(({ state }) => state === 'planned').length,
    sent: kept.filter(({ state }) => state !== 'planned').length,
    late: kept
      .filter(({ state, data }) => state === 'planned' && String(data.on) < on)
      .map(({ number }) => number),
    audiences: audiencesOf(kept),
  }
}

/** Of several messages the best one counts: who heard of it once is informed. */
function audiencesOf(records: readonly Record[]): CommunicationPlan['audiences'] {
  const measured = records.filter(({ data }) => typeof data.audience_size === 'number')
  return [...Map.groupBy(measured, ({ data }) => String(data.audience))]
    .map(([audience, own]) => {
      const most = (field: string) => Math.max(0, ...own.map(({ data }) => Number(data[field] ?? 0)))
      return {
        audience,
        messages: own.length,
        size: most('audience_size'),
        informed: most('reached'),
        involved: most('involved'),
      }
    })
    .toSorted((a, b) => (a.audience < b.audience ? -1 : 1))
}
