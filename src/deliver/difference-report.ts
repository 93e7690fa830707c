import type { Readiness } from '#assessment/readiness.ts'
import { type Brand, plainBrand } from '#base/brand.ts'
import { count, formatOf } from '#base/format.ts'
import { say } from '#content/sentences.ts'
import { type FindingChanges, findingChangesOf } from './difference/findings.ts'
import type { DifferenceInput, Side } from './difference/input.ts'
import { type KpiChanges, kpiChangesOf } from './difference/kpis.ts'
import { type RatingChanges, ratingChangesOf } from './difference/ratings.ts'
import { type RegisterChanges, registerChangesOf } from './difference/registers.ts'
import { readinessInFront } from './figures/input.ts'
import { saySnapshot } from './figures/snapshot-name.ts'
import type { Figure } from './programme/figure.ts'

/** What lies between two snapshots, as the template places it; nothing is computed after this. */
export type DifferenceReport = Readonly<{
  title: string
  language: string
  date: Readonly<{ year: number; month: number; day: number }>
  brand: Brand
  cover: Readonly<{ organization: string; confidentiality: string }>
  /** Fixed words of the page by their keys. */
  words: Readonly<Record<string, string>>
  between: string
  facts: readonly (readonly [string, string])[]
  says: readonly string[]
  cautions: readonly string[]
  ratings: RatingChanges
  findings: FindingChanges
  kpis: KpiChanges
  programme: Readonly<{ says: string; rows: readonly (readonly string[])[] }>
  registers: RegisterChanges
  /** The figures that it shows, by their ids: a test reads them back out of the file. */
  figures: Readonly<Record<string, string>>
}>

const placed = [
  'head.ratings',
  'head.findings',
  'head.kpis',
  'head.programme',
  'head.registers',
  'head.sources',
  'col.requirement',
  'col.before',
  'col.after',
  'col.why',
  'col.finding',
  'col.what',
  'col.kpi',
  'col.usual',
  'col.verdict',
  'col.figure',
  'col.register',
  'col.new',
  'col.changed',
  'col.gone',
  'sources',
] as const

/** Holds two snapshots against each other. */
export function makeDifferenceReport(input: DifferenceInput): DifferenceReport {
  const { before, after, words, brand } = input
  const { organization } = after.programme.matter
  const [year = 2000, month = 1, day = 1] = after.name.on.split('-').map(Number)
  const ratings = ratingChangesOf(input)
  const findings = findingChangesOf(input)
  const kpis = kpiChangesOf(input)
  const registers = registerChangesOf(input)
  const programme = programmeChangesOf(input)
  const [earlier, later] = [before, after].map(({ matter }) => readinessInFront(matter.assessment))
  const figures = {
    'index.before': count(earlier?.index ?? 0),
    'index.after': count(later?.index ?? 0),
    ...ratings.figures,
    ...findings.figures,
    ...kpis.figures,
    ...programme.figures,
    ...registers.figures,
  }
  return {
    title: say(words, 'title', { organization }),
    language: words.language,
    date: { year, month, day },
    brand: brand ?? plainBrand,
    cover: {
      organization,
      confidentiality: say(words, 'confidentiality', { on: formatOf(words.language).day(after.name.on) }),
    },
    words: Object.fromEntries(placed.map((key) => [key, say(words, key)])),
    between: say(words, 'between', {
      before: formatOf(words.language).day(before.name.on),
      after: formatOf(words.language).day(after.name.on),
    }),
    facts: [
      [say(words, 'fact.earlier'), saySnapshot(before.name, before.programme.speech)],
      [say(words, 'fact.later'), saySnapshot(after.name, after.programme.speech)],
      [say(words, 'fact.data'), `${dataOf(before)}; ${dataOf(after)}`],
    ],
    says: [
      say(words, 'says.index', {
        before: figures['index.before'],
        after: figures['index.after'],
        labelBefore: labelOf(earlier, words),
        labelAfter: labelOf(later, words),
      }),
      ratings.says,
      findings.says,
      kpis.says,
      programme.says,
      registers.says,
    ],
    cautions: cautionsOf(input),
    ratings,
    findings,
    kpis,
    programme,
    registers,
    figures,
  }
}

/** Readiness in words, and whether people rated it or it is proposed. */
function labelOf(readiness: Readiness | undefined, words: DifferenceInput['words']): string {
  return readiness ? `${readiness.label}, ${say(words, `basis.${readiness.basis}`)}` : ''
}

function dataOf({ matter: { evidence, programme } }: Side): string {
  return evidence
    ? `${evidence.dataUntil.slice(0, 10)}, sha256 ${evidence.dataHash.slice(0, 12)}, content ${evidence.packVersion}`
    : `–, content ${programme.version}`
}

function cautionsOf({ before, after, words }: DifferenceInput): readonly string[] {
  const [old, young] = [before, after].map(({ matter }) => matter)
  if (!old || !young) return []
  const isSelf = before.name.sha256 === after.name.sha256
  return [
    ...(isSelf ? [say(words, 'caution.same')] : []),
    ...(old.programme.version === young.programme.version
      ? []
      : [say(words, 'caution.content', { before: old.programme.version, after: young.programme.version })]),
    ...(old.assessment.items.length === young.assessment.items.length
      ? []
      : [
          say(words, 'caution.scope', {
            before: count(old.assessment.items.length),
            after: count(young.assessment.items.length),
          }),
        ]),
    ...(words.missing.length > 0 ? [say(words, 'note.incomplete')] : []),
    ...(words.language === 'en' ? [] : [say(words, 'note.long-texts')]),
  ]
}

/** Dates, money and every other figure of the programme that is not the same. */
function programmeChangesOf({ before, after, words }: DifferenceInput) {
  const [old, young] = [before.programme.figures, after.programme.figures]
  const ids = [...new Set([...old.keys(), ...young.keys()])]
  const moved = ids.filter((id) => old.get(id)?.shown !== young.get(id)?.shown)
  const shown = (figure: Figure | undefined) => figure?.shown ?? '–'
  const figures = Object.fromEntries(
    moved.flatMap((id) => [
      [`${id}.before`, shown(old.get(id))],
      [`${id}.after`, shown(young.get(id))],
    ]),
  )
  return {
    says: say(words, moved.length === 0 ? 'programme.none' : 'programme.says', {
      moved: count(moved.length),
      all: count(ids.length),
    }),
    rows: moved.map((id) => [
      (young.get(id) ?? old.get(id))?.label ?? id,
      shown(old.get(id)),
      shown(young.get(id)),
    ]),
    figures,
  }
}
