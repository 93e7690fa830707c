import { capital, kept } from '#base/format.ts'
import { type Exception, isAboutPeople, type Result } from '#evidence/result.ts'
import type { Speech } from '../speech.ts'
import { type GapReportInput, processOf, titleOf } from './input.ts'
import { namedSubjects } from './subjects.ts'

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
export function failedOf(result: Result, speech: Speech): FailedCheck {
  const { title, check, met, population, threshold, exceptions, exceptionCount, interval } = result
  const subjects = exceptions.map(({ subject }) => subject)
  const agreed = speech.thresholdOf(threshold)
  return {
    title,
    id: check,
    figures: speech.shareOf(met, population),
    threshold: interval
      ? speech.say('failed.threshold-interval', {
          threshold: agreed,
          interval: speech.intervalOf(interval),
        })
      : speech.say('failed.threshold', { threshold: agreed }),
    exceptions: namedSubjects(
      { results: [result], subjects, total: exceptionCount, most: shown.besideProcess },
      speech,
    ),
  }
}

/** All failed checks by process, with why their subjects did not meet them. */
export function failedGroupsOf({ collected, models, speech }: GapReportInput): readonly FailedGroup[] {
  const failed = collected.results.filter(({ verdict }) => verdict === 'fail')
  return [...Map.groupBy(failed, ({ check }) => processOf(check))].toSorted().map(([process, results]) => ({
    title: titleOf(process, models),
    checks: results.map((result) => failedInFull(result, speech)),
  }))
}

function failedInFull(result: Result, speech: Speech): FailedInFull {
  const { title, check, met, population, threshold, interval, remedy } = result
  const places = {
    share: speech.shareAlone(met, population),
    part: speech.partOf(met, population),
    threshold: speech.thresholdOf(threshold),
  }
  return {
    title,
    id: check,
    figures:
      interval && population >= 10
        ? kept(speech.say('failed.figures-interval', { ...places, interval: speech.intervalOf(interval) }))
        : speech.say('failed.figures', places),
    remedy,
    ...reasonsOf(result, speech),
  }
}

/** Subjects by kind of reason, the most frequent kind first; of people only their number. */
function reasonsOf(result: Result, speech: Speech): Pick<FailedInFull, 'reasons' | 'more'> {
  const { exceptions, exceptionCount } = result
  if (isAboutPeople(result)) {
    const places = {
      exceptions: speech.many('exceptions', exceptionCount),
      counted: speech.say('people-counted'),
    }
    return { reasons: [], more: speech.say('failed.people', places) }
  }
  const kinds = [...Map.groupBy(exceptions, ({ reason }) => reason.replaceAll(/\d+/g, '#')).values()]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, shown.kinds)
  const lines = kinds.flatMap((some) => linesOf(some, kinds.length === 1))
  const left = exceptionCount - lines.reduce((sum, { subjects }) => sum + subjects.length, 0)
  return {
    reasons: lines.map(({ reason, subjects }) => [
      capital(reason),
      speech.firstOf(subjects, subjects.length),
    ]),
    more: left > 0 ? speech.many('failed.more', left) : '',
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
