import type { Gate } from '#assessment/gates.ts'
import type { CycleStep } from './certification-cycle.ts'
import type { Day } from './days.ts'
import { isKept, type JudgedDuty } from './duty.ts'
import type { Where } from './where.ts'

/** ready: nothing to do. attention: soon not. missing: not so. unknown: nobody recorded it, which is never ready. */
export type Standing = 'ready' | 'attention' | 'missing' | 'unknown'

/** One thing that has to be ready before an audit, as it stands now. */
export type PreparationItem = Readonly<{
  id: 'gates' | 'evidence' | 'findings' | 'duties' | 'review' | 'audit' | 'conditions' | 'assessment'
  standing: Standing
  /** How many are in order, of how many. */
  ready: number
  of: number
  /** What stands in the way, by name; the first of many. */
  open: readonly string[]
  where: Where
}>

/** How fresh the evidence of a requirement is, by how often it should be renewed: amber past its time, red past half as long again. */
export type Freshness = 'fresh' | 'amber' | 'red' | 'none'

/** The freshness of evidence last seen on a day. */
export function freshnessOf(ageDays: number | undefined, cadenceDays: number): Freshness {
  if (ageDays === undefined) return 'none'
  if (ageDays <= cadenceDays) return 'fresh'
  return ageDays <= 1.5 * cadenceDays ? 'amber' : 'red'
}

/** How many requirements are of each freshness, and those whose evidence is oldest. */
export type EvidenceAge = Readonly<{
  fresh: number
  amber: number
  red: number
  none: number
  oldest: readonly Readonly<{ requirement: string; freshness: Freshness; days: number | undefined }>[]
}>

/** What preparation is judged on. */
export type PreparationMatter = Readonly<{
  on: Day
  gates: readonly Gate[]
  evidence: EvidenceAge
  duties: readonly JudgedDuty[]
  /** Open findings with whether each is overdue; undefined where no findings are kept. */
  findings: Readonly<{ open: number; overdue: number }> | undefined
  lastReviewOn: Day | undefined
  /** The day of the audit before: reviews and conditions are counted from it. */
  auditBefore: Readonly<{ on: Day; conditions: string | undefined; isClosed: boolean }> | undefined
}>

/** What has to be ready for a step of the cycle, and how far it is. */
export function prepare(step: CycleStep, matter: PreparationMatter): readonly PreparationItem[] {
  const always = [gates(matter), evidence(matter), findings(matter), duties(matter), review(matter)]
  return step === 'stage 1' || step === 'decision' ? always : [...always, conditions(matter)]
}

function gates({ gates }: PreparationMatter): PreparationItem {
  const shut = gates.filter(({ colour }) => colour !== 'green')
  const isRed = shut.some(({ colour }) => colour === 'red')
  return {
    id: 'gates',
    standing: standingOf(shut.length === 0, isRed ? 'missing' : 'unknown'),
    ready: gates.length - shut.length,
    of: gates.length,
    open: shut.map(({ id, title }) => `${id} ${title}`),
    where: { page: 'readiness' },
  }
}

function evidence({ evidence: { fresh, amber, red, none, oldest } }: PreparationMatter): PreparationItem {
  const of = fresh + amber + red + none
  const worst = red + none > 0 ? 'missing' : 'attention'
  return {
    id: 'evidence',
    standing: of === 0 ? 'unknown' : standingOf(red + none + amber === 0, worst),
    ready: fresh,
    of,
    open: oldest.slice(0, shown).map(({ requirement }) => requirement),
    where: { page: 'gaps' },
  }
}

const shown = 10

function findings({ findings: found }: PreparationMatter): PreparationItem {
  const where: Where = { page: 'findings' }
  if (!found) return { id: 'findings', standing: 'unknown', ready: 0, of: 0, open: [], where }
  return {
    id: 'findings',
    standing: standingOf(found.open === 0, found.overdue > 0 ? 'missing' : 'attention'),
    ready: 0,
    of: found.open,
    open: [],
    where,
  }
}

function duties({ duties: all }: PreparationMatter): PreparationItem {
  const open = all.filter((duty) => !isKept(duty))
  const isMissed = open.some(({ state }) => state === 'missed')
  return {
    id: 'duties',
    standing: standingOf(all.length > 0 && open.length === 0, isMissed ? 'missing' : 'unknown'),
    ready: all.length - open.length,
    of: all.length,
    open: open.slice(0, shown).map(({ title }) => title),
    where: { page: 'calendar' },
  }
}

/** A review counts that was held after the audit before. */
function review({ lastReviewOn: held, auditBefore }: PreparationMatter): PreparationItem {
  const isHeld = held !== undefined && (auditBefore === undefined || held > auditBefore.on)
  return {
    id: 'review',
    standing: standingOf(isHeld, 'missing'),
    ready: isHeld ? 1 : 0,
    of: 1,
    open: [],
    where: { page: 'review' },
  }
}

function conditions({ auditBefore }: PreparationMatter): PreparationItem {
  const where: Where = { page: 'register', id: 'certification-audits' }
  if (!auditBefore) return { id: 'conditions', standing: 'unknown', ready: 0, of: 0, open: [], where }
  const isOpen = !auditBefore.isClosed
  return {
    id: 'conditions',
    standing: standingOf(!isOpen, 'attention'),
    ready: isOpen ? 0 : 1,
    of: 1,
    open: isOpen && auditBefore.conditions ? [auditBefore.conditions] : [],
    where,
  }
}

function standingOf(isReady: boolean, otherwise: Standing): Standing {
  return isReady ? 'ready' : otherwise
}
