import type { AssessmentItem } from '#assessment/assess.ts'
import { compareRatings } from '#assessment/rating.ts'
import { shortHash } from '#base/format.ts'
import { languages } from '#base/language.ts'
import type { ToneName } from '#base/look.ts'
import { drawClauseStrip } from '../charts/clause-map.ts'
import type { Chart } from '../charts/svg.ts'
import { type GapReportInput, isProposed, shownRating } from './input.ts'
import { saySnapshot } from './snapshot-name.ts'
import { toneOfRating } from './tone.ts'

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

/** The figures of the cover. */
export function coverOf(input: GapReportInput): Cover {
  const { assessment, collected, ingested, catalogue, speech } = input
  const { say, many, day } = speech
  const tickets = Object.entries(ingested.counts).reduce(
    (sum, [name, n]) => (name.startsWith('ticket ') ? sum + n : sum),
    0,
  )
  const { assessed: rated, applicable } = assessment.readiness
  return {
    title: say('title'),
    standard: 'ISO/IEC 20000-1:2018',
    organization: input.organization,
    status: say(isProposed(assessment) ? 'status.proposed' : 'status.rated', { rated, applicable }),
    facts: [
      [say('cover.period'), speech.periodOf(collected.period)],
      [say('cover.until'), day(collected.dataUntil)],
      [
        say('cover.basis'),
        [
          many('tickets', tickets),
          many('checks', collected.results.length),
          many('measures', collected.measures.length),
        ].join(', '),
      ],
      [say('cover.data'), `sha256 ${shortHash(collected.dataHash)}`],
      ...(input.snapshot ? [[say('cover.made-from'), saySnapshot(input.snapshot, speech)] as const] : []),
      [
        say('cover.catalogue'),
        say('cover.catalogue-says', {
          requirements: catalogue.requirements.length,
          edition: catalogue.standard.edition,
        }),
      ],
      [say('cover.version'), versionOf(input)],
      [say('cover.on'), day(assessment.on)],
      ...languageOf(input),
    ],
    strip: stripOf(input),
    stripCaption: say('cover.strip'),
    confidentiality: input.confidentiality ?? say('confidential'),
  }
}

/** Which program and content made it; a document in an organization's own look does not name the program. */
function versionOf({ version, collected, brand, speech }: GapReportInput): string {
  return speech.say('cover.program', {
    program: brand ? speech.say('cover.any-program') : 'Clausewise',
    version,
    pack: collected.packVersion,
  })
}

/** Which language it is, and what of it is not; an English document need not say so. */
function languageOf({ speech }: GapReportInput): Cover['facts'] {
  if (speech.language === 'en') return []
  return [[speech.say('cover.language'), `${languages[speech.language]}. ${speech.notes.join(' ')}`]]
}

/** The worst rating of several items, as a tone; what nobody looked at is only shown when nothing falls short. */
export function worstTone(items: readonly AssessmentItem[]): ToneName {
  const ratings = items.map((item) => shownRating(item).rating).toSorted(compareRatings)
  const [worst = 'not_assessed'] = ratings
  return toneOfRating[worst]
}

function stripOf({ assessment, catalogue, speech }: GapReportInput): Chart {
  const normative = catalogue.clauses.filter(({ type }) => type === 'normative')
  const chapters = Map.groupBy(normative, ({ id }) => id.split('.')[0] ?? id)
  const items = Map.groupBy(assessment.items, ({ clause }) => clause)
  const blocks = [...chapters].map(([label, clauses]) => ({
    label,
    tones: clauses.map(({ id }) => worstTone(items.get(id) ?? [])),
  }))
  const alt = speech.say('cover.strip-alt', {
    count: normative.length,
    chapters: [...chapters.keys()].join(', '),
  })
  return drawClauseStrip(blocks, alt, 453)
}
