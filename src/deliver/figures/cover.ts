import type { AssessmentItem } from '#assessment/assess.ts'
import { compareRatings } from '#assessment/rating.ts'
import type { ToneName } from '#base/look.ts'
import { drawClauseStrip } from '../charts/clause-map.ts'
import type { Chart } from '../charts/svg.ts'
import { count, counted, day, periodOf, shortHash } from './format.ts'
import { type GapReportInput, isProposed, shownRating } from './input.ts'
import { nameOfSnapshot } from './snapshot-name.ts'
import { markOfRating } from './tone.ts'

/** The cover: what this is, about whom, from which data. */
export type Cover = {
  readonly title: string
  readonly standard: string
  readonly organization: string
  readonly status: string
  readonly facts: readonly (readonly [string, string])[]
  readonly strip?: Chart
  readonly stripCaption?: string
  readonly confidentiality: string
}

const mayBeShown =
  'Confidential. For the organization named on the cover and those it chooses; contains ticket numbers.'

/** The figures of the cover. */
export function coverOf(input: GapReportInput): Cover {
  const { assessment, collected, ingested, catalogue } = input
  const tickets = Object.entries(ingested.counts).reduce(
    (sum, [name, n]) => (name.startsWith('ticket ') ? sum + n : sum),
    0,
  )
  const rated = assessment.readiness.assessed
  return {
    title: 'Gap Analysis Report',
    standard: 'ISO/IEC 20000-1:2018',
    organization: input.organization,
    status: isProposed(assessment)
      ? `Ratings are proposed by rules; people have confirmed ${count(rated)} of ${count(assessment.readiness.applicable)}.`
      : `Conforming as rated by people: ${count(rated)} of ${count(assessment.readiness.applicable)} requirements are rated.`,
    facts: [
      ['Period', periodOf(collected.period)],
      ['Data until', day(collected.dataUntil)],
      [
        'Basis',
        `${counted(tickets, 'ticket')}, ${counted(collected.results.length, 'check')}, ${counted(collected.measures.length, 'measure')}`,
      ],
      ['Data', `sha256 ${shortHash(collected.dataHash)}`],
      ...(input.snapshot ? [['Made from', nameOfSnapshot(input.snapshot)] as const] : []),
      ['Catalogue', `${count(catalogue.requirements.length)} requirements, ${catalogue.standard.edition}`],
      ['Version', versionOf(input)],
      ['Assessed as of', assessment.on],
    ],
    strip: stripOf(input),
    stripCaption: 'One mark for each normative clause, by its worst rating. The heat map names them.',
    confidentiality: input.confidentiality ?? mayBeShown,
  }
}

/** Which program and content made it; a document in an organization's own look does not name the program. */
function versionOf({ version, collected, brand }: GapReportInput): string {
  return `${brand ? 'Program' : 'Clausewise'} ${version}, content ${collected.packVersion}`
}

/** The worst rating of several items, as a tone; what nobody looked at is only shown when nothing falls short. */
export function worstTone(items: readonly AssessmentItem[]): ToneName {
  const ratings = items.map((item) => shownRating(item).rating).toSorted(compareRatings)
  const [worst = 'not_assessed'] = ratings
  return markOfRating[worst].tone
}

function stripOf({ assessment, catalogue }: GapReportInput): Chart {
  const normative = catalogue.clauses.filter(({ type }) => type === 'normative')
  const chapters = Map.groupBy(normative, ({ id }) => id.split('.')[0] ?? id)
  const items = Map.groupBy(assessment.items, ({ clause }) => clause)
  const blocks = [...chapters].map(([label, clauses]) => ({
    label,
    tones: clauses.map(({ id }) => worstTone(items.get(id) ?? [])),
  }))
  const alt = `The ${normative.length} normative clauses by their worst rating, in rows for clauses ${[...chapters.keys()].join(', ')}.`
  return drawClauseStrip(blocks, alt, 453)
}
