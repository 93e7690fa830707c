import { createHash } from 'node:crypto'
import type { NamedFact, Questions, Triple } from '#content/pack.ts'
import type { ProcessModel } from '#content/process.ts'
import type { Check, Measure } from '#content/question.ts'
import type { Ingested } from '#ingest/ingested.ts'
import { askByMonth, isAskedByMonth } from './check-months.ts'
import type { Collected, MeasureResult, Point } from './collected.ts'
import { conformanceOf } from './conformance.ts'
import { writeMonths } from './months.ts'
import { monthsSpanned, type Period } from './period.ts'
import type { Basis, Result } from './result.ts'
import { makeFacts, type Opened, settingsView, unordered } from './store.ts'
import { missing, type Supply } from './supply.ts'
import { decide } from './verdict.ts'

/** How many exceptions of a check are kept with its result; all are in the evidence pack. */
export const keptExceptions = 200

/** What a collection is asked to do. */
export type Collection = Readonly<{
  questions: Questions
  models: readonly ProcessModel[]
  ingested: Ingested
  packVersion: string
  period?: Period
  /** Settings of the organization that replace the pack's parameters and thresholds, by check or measure. */
  settings?: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>
}>

type Told = (stage: string, done?: number, of?: number) => void

/** What a collection said, and the settings with which each question was asked. */
export type Gathered = Readonly<{ collected: Collected; askedWith: (id: string) => string }>

/** What every question of one collection shares. */
type Asking = Readonly<{
  opened: Opened
  supply: Supply
  times: Readonly<Record<string, string>>
  period: Period
  basis: Basis
  dataHash: string
  collection: Collection
}>

/** Asks every check and measure of the pack about one period. */
export async function collect(opened: Opened, collection: Collection, told: Told): Promise<Gathered> {
  const { questions, ingested } = collection
  const spanned = monthsSpanned(ingested.data_from, ingested.data_until)
  const period = collection.period ?? spanned
  const times = await writeMonths(opened.duck, period, ingested.timezone, ingested.data_until)
  await opened.duck.run(`create or replace temporary view parameter as ${settingsView({}, times)}`)
  await makeFacts(opened, questions.facts, (fact, done) =>
    told(`Facts: ${fact.replaceAll('_', ' ')}`, done, questions.facts.length),
  )
  const supply = await supplyOf(opened, collection)
  const basis: Basis = period.from >= spanned.from && period.to <= spanned.to ? 'population' : 'sample'
  const dataHash = hash(
    ingested.files
      .map(({ sha256, table }) => `${sha256} ${table}`)
      .sort()
      .join('\n') + ingested.data_until,
  )
  const asking: Asking = { opened, supply, times, period, basis, dataHash, collection }
  const results: Result[] = []
  const asked = questions.checks.length + questions.measures.length
  for (const check of questions.checks) {
    told('Checks and measures', results.length, asked)
    results.push(await askCheck(check, asking))
  }
  const measures: MeasureResult[] = []
  for (const measure of questions.measures) {
    told('Checks and measures', results.length + measures.length, asked)
    measures.push(await askMeasure(measure, asking))
  }
  told('Paths')
  const conformance = await conformanceOf(opened.duck, collection.models)
  const collected: Collected = {
    period,
    dataFrom: ingested.data_from,
    dataUntil: ingested.data_until,
    dataHash,
    packVersion: collection.packVersion,
    results,
    measures,
    conformance,
  }
  const about = new Map(
    [...questions.checks, ...questions.measures].map(({ id, about: { parameters } }) => [id, parameters]),
  )
  return { collected, askedWith: (id) => viewOf(id, about.get(id) ?? {}, asking) }
}

/** The one row of settings that a question reads: the pack's, replaced by the organization's own. */
function viewOf(id: string, parameters: Check['parameters'], { collection, times }: Asking): string {
  return settingsView(withoutThreshold({ ...parameters, ...collection.settings?.[id] }), times)
}

/** Counts the answers of one check inside the engine, and keeps the first exceptions. */
async function askCheck(check: Triple<Check>, asking: Asking): Promise<Result> {
  const { about, id, sql } = check
  const { duck } = asking.opened
  const own = asking.collection.settings?.[id]?.threshold
  const threshold = typeof own === 'number' ? own : about.threshold
  const base = {
    check: id,
    subject: about.subject,
    title: about.title,
    purpose: about.status === 'draft' ? ('signal' as const) : about.purpose,
    severity: about.severity,
    period: asking.period,
    threshold,
    decides: about.decides,
    knownGaps: about.known_gaps,
    remedy: about.remedy,
    sqlHash: hash(sql),
    dataHash: asking.dataHash,
  }
  const lacking = missing(about.needs, asking.supply)
  if (lacking !== undefined) return { ...base, ...nothing(`not supplied: ${lacking}`, asking.basis) }
  await duck.run(`create or replace temporary view parameter as ${viewOf(id, about.parameters, asking)}`)
  const answers = unordered(sql)
  const counted = await duck.rows<{ answer: string; n: number }>(
    `select answer, cast(count(*) as integer) as n from (${answers}) as answers group by answer`,
  )
  const of = (answer: string) => counted.find((row) => row.answer === answer)?.n ?? 0
  const [met, notMet, unknown, notApplicable] = [
    of('met'),
    of('not met'),
    of('unknown'),
    of('not applicable'),
  ]
  const exceptions =
    notMet === 0
      ? []
      : await duck.rows<{ subject: string; reason: string }>(
          `select cast(subject as varchar) as subject, reason from (${answers}) as answers where answer = 'not met' order by subject limit ${keptExceptions}`,
        )
  // Last, because the months put their own limits in the place of the period.
  const months =
    isAskedByMonth(check) &&
    (await askByMonth(duck, answers, (limits) =>
      viewOf(id, about.parameters, { ...asking, times: { ...asking.times, ...limits } }),
    ))
  const { verdict, because, basis, share, interval } = decide({
    met,
    notMet,
    unknown,
    threshold,
    basis: asking.basis,
  })
  return {
    ...base,
    population: met + notMet,
    met,
    unknown,
    notApplicable,
    share,
    interval,
    verdict,
    because,
    basis,
    exceptions,
    exceptionCount: notMet,
    ...(months ? { months } : {}),
  }
}

/** Nobody can say anything: no counts, no verdict, and the reason. */
function nothing(because: string, basis: Basis) {
  return {
    population: 0,
    met: 0,
    unknown: 0,
    notApplicable: 0,
    share: undefined,
    interval: undefined,
    verdict: 'inconclusive' as const,
    because,
    basis,
    exceptions: [],
    exceptionCount: 0,
  }
}

/** What a measure says of itself before anybody has asked it. */
export function describeMeasure({ about, id, sql }: Triple<Measure>): Omit<MeasureResult, 'points'> {
  return {
    id,
    title: about.title,
    claim: about.claim,
    process: about.process,
    answers: about.answers,
    unit: about.unit,
    direction: about.direction,
    target: about.target,
    targetSource: about.target_source,
    headline: about.headline,
    aka: about.aka,
    knownGaps: about.known_gaps,
    sqlHash: hash(sql),
  }
}

async function askMeasure(measure: Triple<Measure>, asking: Asking): Promise<MeasureResult> {
  const { about, id, sql } = measure
  const base = describeMeasure(measure)
  const lacking = missing(about.needs, asking.supply)
  if (lacking !== undefined) return { ...base, points: [], because: `not supplied: ${lacking}` }
  const { duck } = asking.opened
  await duck.run(`create or replace temporary view parameter as ${viewOf(id, about.parameters, asking)}`)
  const rows = await duck.rows<Record<string, string | number | null>>(sql)
  const points = rows.filter((row) => row.period !== null).map((row) => pointOf(row, about.answers))
  return { ...base, points, ...(points.length === 0 ? { because: 'no cases' } : {}) }
}

function pointOf(row: Readonly<Record<string, string | number | null>>, answers: 'share' | 'value'): Point {
  const number = (name: string) => twelveDigits(Number(row[name] ?? 0))
  const period = String(row.period)
  if (answers === 'share') return { period, part: number('part'), whole: number('whole'), n: number('whole') }
  return { period, n: number('n'), ...(row.value === null ? {} : { value: number('value') }) }
}

/** Twelve digits: what is left of a sum of broken numbers does not depend on the order in which it was added. */
export function twelveDigits(value: number): number {
  return Number(value.toPrecision(12))
}

function withoutThreshold(settings: Readonly<Record<string, string | number | boolean>>) {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'threshold'))
}

/** What the data have: rows, types and event kinds of every fact, and which of the columns that a question needs are filled. */
async function supplyOf({ duck }: Opened, { questions, ingested }: Collection): Promise<Supply> {
  const rows = new Map<string, number>()
  const filled = new Set<string>()
  const types = new Map<string, readonly string[]>()
  const mapped = new Set(ingested.supplied)
  const needs = new Set([...questions.checks, ...questions.measures].flatMap(({ about }) => about.needs))
  const canonical = new Set(
    Object.entries(questions.tables.tables).flatMap(([table, { columns }]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    ),
  )
  for (const fact of questions.facts) {
    const open = Object.keys(fact.about.columns).filter((column) => {
      const name = `${fact.name}.${column}`
      return needs.has(name) && !mapped.has(name)
    })
    const counts = ['cast(count(*) as integer) as every_row', ...saysSomething(fact, open, canonical)]
    const [row = {}] = await duck.rows(`select ${counts.join(', ')} from fact.${fact.name}`)
    rows.set(fact.name, Number(row.every_row))
    for (const column of open) if (row[`c_${column}`] === true) filled.add(`${fact.name}.${column}`)
    if ('type' in fact.about.columns) {
      const found = await duck.rows<{ type: string }>(
        `select distinct type from fact.${fact.name} where type is not null order by type`,
      )
      types.set(
        fact.name,
        found.map(({ type }) => type),
      )
    }
  }
  const kinds = await duck.rows<{ kind: string }>(
    'select distinct kind from canonical.event where kind is not null order by kind',
  )
  return {
    mapped,
    rows,
    filled,
    types,
    kinds: new Set(kinds.map(({ kind }) => kind)),
    canonical,
  }
}

/** A yes or no per column: has it any value; for a yes-or-no column of the tickets, is any of them a yes. */
function saysSomething(
  { about }: NamedFact,
  columns: readonly string[],
  canonical: ReadonlySet<string>,
): string[] {
  return columns.map((column) => {
    const isYesOrNo = about.columns[column]?.type === 'boolean'
    const isTold = isYesOrNo && canonical.has(`ticket.${column}`) && column !== 'is_finished'
    return `${isTold ? `coalesce(bool_or(${column}), false)` : `count(${column}) > 0`} as c_${column}`
  })
}

/** Sixty-four hexadecimal digits that stand for a text. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
