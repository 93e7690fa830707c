import { type Exception, isAboutPeople, type Result } from '#evidence/result.ts'
import { capital, count, counted, firstOf, intervalOf, shareAlone, shareOf, thresholdOf } from './format.ts'
import { type GapReportInput, processOf, titleOf } from './input.ts'
import { namedSubjects, peopleAreCounted } from './subjects.ts'

/** A failed check on the page of its process, with the first subjects that did not meet it. */
export type FailedCheck = {
  readonly title: string
  readonly id: string
  readonly figures: string
  readonly threshold: string
  readonly exceptions: string
}

/** A failed check with its reasons, as many as can be read. */
export type FailedInFull = {
  readonly title: string
  readonly id: string
  readonly figures: string
  readonly remedy: string
  readonly reasons: readonly (readonly [string, string])[]
  readonly more: string
}

/** The failed checks of one process. */
export type FailedGroup = { readonly title: string; readonly checks: readonly FailedInFull[] }

const shown = { besideProcess: 4, kinds: 3, ofOneReason: 10, ofEach: 3, examples: 5 }

/** A failed check in a line. */
export function failedOf(result: Result): FailedCheck {
  const { title, check, met, population, threshold, exceptions, exceptionCount, interval } = result
  const subjects = exceptions.map(({ subject }) => subject)
  return {
    title,
    id: check,
    figures: shareOf(met, population),
    threshold: `threshold ${thresholdOf(threshold)}${interval ? `; ${intervalOf(interval)}` : ''}`,
    exceptions: namedSubjects({ results: [result], subjects, total: exceptionCount }, shown.besideProcess),
  }
}

/** All failed checks by process, with why their subjects did not meet them. */
export function failedGroupsOf(input: GapReportInput): readonly FailedGroup[] {
  const failed = input.collected.results.filter(({ verdict }) => verdict === 'fail')
  return [...Map.groupBy(failed, ({ check }) => processOf(check))].toSorted().map(([process, results]) => ({
    title: titleOf(process, input.models),
    checks: results.map((result) => failedInFull(result)),
  }))
}

function failedInFull(result: Result): FailedInFull {
  const { title, check, met, population, threshold, interval, remedy } = result
  const reach = interval && population >= 10 ? `; 95 % interval ${intervalOf(interval)}` : ''
  return {
    title,
    id: check,
    figures: `${shareAlone(met, population)}: ${count(met)} of ${count(population)} meet it${reach}; threshold ${thresholdOf(threshold)}.`,
    remedy,
    ...reasonsOf(result),
  }
}

/** Subjects by kind of reason, the most frequent kind first; of people only their number. */
function reasonsOf(result: Result): Pick<FailedInFull, 'reasons' | 'more'> {
  const { exceptions, exceptionCount } = result
  if (isAboutPeople(result))
    return { reasons: [], more: `${counted(exceptionCount, 'exception')}. ${peopleAreCounted}` }
  const kinds = [...Map.groupBy(exceptions, ({ reason }) => reason.replaceAll(/\d+/g, '#')).values()]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, shown.kinds)
  const lines = kinds.flatMap((some) => linesOf(some, kinds.length === 1))
  const left = exceptionCount - lines.reduce((sum, { subjects }) => sum + subjects.length, 0)
  return {
    reasons: lines.map(({ reason, subjects }) => [capital(reason), firstOf(subjects, subjects.length)]),
    more: left > 0 ? `and ${counted(left, 'further exception')}` : '',
  }
}

type Line = { readonly reason: string; readonly subjects: readonly string[] }

/** One line where all have the same reason; where the figures in it differ, the first few as examples. */
function linesOf(some: readonly Exception[], isOnly: boolean): readonly Line[] {
  const [first] = some
  if (!first) return []
  const isSame = some.every(({ reason }) => reason === first.reason)
  if (!isSame)
    return some
      .slice(0, isOnly ? shown.examples : shown.ofEach)
      .map(({ reason, subject }) => ({ reason, subjects: [subject] }))
  const subjects = some.slice(0, isOnly ? shown.ofOneReason : shown.ofEach).map(({ subject }) => subject)
  return [{ reason: first.reason, subjects }]
}
