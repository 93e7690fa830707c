import { Rating } from '#assessment/rating.ts'
import { type Brand, plainBrand } from '#base/brand.ts'
import { day } from '#base/format.ts'
import type { Language } from '#base/language.ts'
import { Verdict } from '#evidence/result.ts'
import { type Capability, capabilityOf } from './figures/capability.ts'
import { type ClauseMap, clauseMapOf } from './figures/clauses.ts'
import { type Cover, coverOf } from './figures/cover.ts'
import { type EvidenceIndex, evidenceIndexOf, measuresOf } from './figures/evidence.ts'
import { type GapReportInput, ratedEnough } from './figures/input.ts'
import { type ProcessLine, processLinesOf, silentProcessesOf } from './figures/overview.ts'
import { type ProcessPage, processPagesOf } from './figures/processes.ts'
import { type Quality, qualityOf } from './figures/quality.ts'
import { type ReadinessView, readinessOf } from './figures/readiness.ts'
import { type RequirementGroup, requirementGroupsOf } from './figures/requirements.ts'
import { type Scope, scopeOf } from './figures/scope.ts'
import { type Summary, summaryOf } from './figures/summary.ts'
import { type Mark, markOfRating, markOfVerdict } from './figures/tone.ts'
import { wordsOf } from './speech.ts'

export type { Catalogue, GapReportInput } from './figures/input.ts'

/**
 * The gap analysis report as templates place it: words, numbers written for reading, and drawn charts. Nothing is
 * computed after this. date: the day in the metadata of the document, from the data, so equal input is equal bytes.
 */
export type GapReport = {
  readonly title: string
  readonly language: Language
  readonly words: Readonly<Record<string, string>>
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly brand: Brand
  readonly cover: Cover
  readonly summary: Summary
  readonly method: Method
  readonly scope: Scope
  readonly readiness: ReadinessView
  readonly clauseMap: ClauseMap
  readonly capability: Capability
  readonly processLines: readonly ProcessLine[]
  readonly processes: readonly ProcessPage[]
  readonly silentProcesses: string
  readonly requirements: readonly RequirementGroup[]
  readonly quality: Quality
  readonly evidence: EvidenceIndex
  readonly measures: ReturnType<typeof measuresOf>
}

/** The figures that the method chapter names; its words stand in the template. */
export type Method = {
  readonly ratings: readonly Mark[]
  readonly verdicts: readonly Mark[]
  readonly requirements: string
  readonly clauses: string
  readonly weights: string
  readonly ratedEnough: string
  readonly verification: string
  readonly copyright: string
}

/** Turns what was ingested, collected and assessed into the figures of the gap analysis report. */
export function makeGapReport(input: GapReportInput): GapReport {
  const { speech } = input
  const cover = coverOf(input)
  const silent = silentProcessesOf(input)
  return {
    title: `${cover.title}: ${input.organization}`,
    language: speech.language,
    words: wordsOf(speech),
    date: dateOf(input.madeOn ?? input.collected.dataUntil),
    brand: input.brand ?? plainBrand,
    cover,
    summary: summaryOf(input),
    method: methodOf(input),
    scope: scopeOf(input),
    readiness: readinessOf(input),
    clauseMap: clauseMapOf(input),
    capability: capabilityOf(input),
    processLines: processLinesOf(input),
    processes: processPagesOf(input),
    silentProcesses:
      silent.length === 0 ? '' : speech.say('processes.silent', { processes: speech.listed(silent) }),
    requirements: requirementGroupsOf(input),
    quality: qualityOf(input),
    evidence: evidenceIndexOf(input),
    measures: measuresOf(input),
  }
}

function methodOf({ catalogue, speech }: GapReportInput): Method {
  const { weights, verification, copyright } = catalogue.standard
  return {
    ratings: Rating.options.map((rating) => markOfRating(rating, speech)),
    verdicts: Verdict.options.map((verdict) => markOfVerdict(verdict, speech)),
    requirements: speech.count(catalogue.requirements.length),
    clauses: speech.count(catalogue.clauses.filter(({ type }) => type === 'normative').length),
    weights: speech.say('method.weights', weights),
    ratedEnough: speech.thresholdOf(ratedEnough),
    verification: verification.trim(),
    copyright: copyright.trim(),
  }
}

function dateOf(instant: string): GapReport['date'] {
  const [year = 2000, month = 1, date = 1] = day(instant).split('-').map(Number)
  return { year, month, day: date }
}
