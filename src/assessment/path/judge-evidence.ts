import type { Requirement } from '#content/requirement.ts'
import type { Result } from '#evidence/result.ts'
import type { Judgement, Matter } from './judgement.ts'

/** A lapse in at least this many places is a pattern (assessment model 2.2, step 6). */
const places = 3

/** Step 5: what do the checks of conformity say? */
export function judgeData(matter: Matter): Judgement {
  const { requirement, data } = matter
  const step = 'data'
  if (data.failing.length > 0) return judgeFailure(requirement, data.failing)
  if (data.passing.length === 0) {
    const undecided = data.undecided.map((result) => `${result.check} (${result.because})`)
    if (undecided.length === 0)
      return { step, said: 'No check of conformity speaks about it.', because: 'The statement stands alone.' }
    const missing = ['more cases for the checks that decided nothing']
    return {
      step,
      said: `Inconclusive: ${undecided.join(', ')}.`,
      because: 'An open verdict speaks neither for nor against.',
      missing,
    }
  }
  const said = `${data.passing.map(describeResult).join('; ')}.`
  if (matter.statement?.practice !== undefined) {
    return { step, said, because: 'The tickets support the statement.' }
  }
  if (requirement.ticket_check.possible !== 'full') {
    const missing = ['a statement about the parts that tickets cannot show']
    return {
      step,
      said,
      because: 'Tickets can prove this requirement only in part.',
      atMost: 'partially',
      missing,
    }
  }
  if (!data.isProven) {
    const missing = data.unprovenParts.map(
      (part) => `a passing check of the part "${part}", or a statement about it`,
    )
    return {
      step,
      said,
      because: 'Not every part of the requirement has a passing check.',
      atMost: 'partially',
      missing,
    }
  }
  return { step, said, because: 'Every part of the requirement has a passing check.' }
}

function judgeFailure(requirement: Requirement, failing: readonly Result[]): Judgement {
  const step = 'data'
  const said = `${failing.map(describeResult).join('; ')}.`
  const missing = failing.map((result) => `a passing check: ${result.title}`)
  const grave = failing.filter((result) => isOutOfControl(result))
  if (requirement.criticality === 'high' && grave.length > 0) {
    const because = `The rule is kept in fewer than half of the cases (${grave.map(({ check }) => check).join(', ')}), which puts control of the process in doubt.`
    return { step, said, because, atMost: 'major_nc', missing }
  }
  return {
    step,
    said,
    because: 'A failed check of conformity speaks against the requirement.',
    atMost: 'minor_nc',
    missing,
  }
}

/** A major check whose whole interval lies below one half: the exception has become the rule. */
function isOutOfControl(result: Result): boolean {
  return result.severity === 'major' && result.interval !== undefined && result.interval.high < 0.5
}

function describeResult(result: Result): string {
  const counted = `${result.met} of ${result.population}`
  return `${result.check}: ${result.verdict}, ${counted} (threshold ${percent(result.threshold)})`
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`
}

/** Step 6: the same lapse in many places, or again, is a reason to think of a major nonconformity. */
export function judgeExtent({ data, repeated }: Matter): Judgement {
  const step = 'extent'
  const lapses = data.failing.length
  if (lapses >= places) {
    return {
      step,
      said: `${lapses} checks of it failed.`,
      because: 'A lapse in three or more places may be systemic: consider a major nonconformity.',
      considerMajor: true,
    }
  }
  if (repeated && lapses > 0) {
    return {
      step,
      said: 'The last internal audit found it too.',
      because: 'A repeated lapse may be systemic: consider a major nonconformity.',
      considerMajor: true,
    }
  }
  return {
    step,
    said: lapses === 0 ? 'No failed check.' : `${lapses} failed ${lapses === 1 ? 'check' : 'checks'}.`,
    because: 'No sign of a pattern.',
  }
}

/** Step 7: missed targets and signals are hints; they never lower a rating. */
export function judgeImprovement({ data }: Matter): Judgement {
  const step = 'improvement'
  const missed = data.aside.filter((result) => result.verdict === 'fail').map((result) => result.check)
  if (missed.length === 0)
    return { step, said: 'No missed target and no signal.', because: 'Nothing suggests an improvement.' }
  return {
    step,
    said: `Missed target or signal: ${missed.join(', ')}.`,
    because: 'Misses are expected; rate whether they are measured, reported and acted on.',
  }
}

/** Last step: is the evidence strong enough for conforming? */
export function judgeEvidence({ requirement, strength }: Matter): Judgement {
  const step = 'evidence'
  const kinds = strength.kinds.join(' and ') || 'nothing'
  const said = `Evidence E${strength.level} from ${kinds}; conforming needs E${strength.needed}.`
  if (strength.isEnough) return { step, said, because: 'The evidence is strong enough.' }
  const missing: string[] = []
  if (strength.level < strength.needed)
    missing.push(
      strength.needed === 2
        ? 'an approved, current document and its place'
        : 'records of the work and their place',
    )
  if (strength.kinds.length < strength.kindsNeeded)
    missing.push(secondKind(strength.kinds.includes('records')))
  return {
    step,
    said,
    because: `A requirement of ${requirement.criticality} criticality needs more before it is called conforming.`,
    atMost: 'partially',
    missing,
  }
}

function secondKind(hasRecords: boolean): string {
  return hasRecords
    ? 'a document or a statement beside the tickets'
    : 'a second kind of evidence beside the statement'
}
