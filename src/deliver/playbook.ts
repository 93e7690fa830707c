import { type Brand, plainBrand } from '#base/brand.ts'
import { shortHash } from '#base/format.ts'
import type { Language } from '#base/language.ts'
import { languages } from '#base/language.ts'
import type { Cover } from './figures/cover.ts'
import { saySnapshot } from './figures/snapshot-name.ts'
import { type ActionChapter, actionChapterOf } from './playbook/actions.ts'
import { type CalendarChapter, calendarChapterOf } from './playbook/calendar.ts'
import type { PlaybookInput } from './playbook/input.ts'
import { type KpiChapter, kpiChapterOf } from './playbook/kpis.ts'
import {
  type AgendaRow,
  dutiesOf,
  type FlowPage,
  flowPageOf,
  type GuideDuty,
  requirementRowsOf,
} from './playbook/method.ts'
import { criteriaOf, cycleOf, formsOf, sayState } from './playbook/pack-words.ts'
import { type PlaybookSummary, playbookSummaryOf } from './playbook/summary.ts'

export type {
  ActionGroup,
  DatedActivity,
  OpenAction,
  PlaybookInput,
  ProgrammeAudit,
  WatchedKpi,
} from './playbook/input.ts'

import { wordsOf } from './speech.ts'

/** The continuous improvement playbook as templates place it; nothing is computed after this. */
export type Playbook = Readonly<{
  title: string
  language: Language
  words: Readonly<Record<string, string>>
  date: Readonly<{ year: number; month: number; day: number }>
  brand: Brand
  cover: Cover
  summary: PlaybookSummary
  cycle: PlaybookInput['text']['cycle']
  duties: readonly GuideDuty[]
  criteria: PlaybookInput['text']['criteria']
  mostPoints: string
  kpis: KpiChapter
  calendar: CalendarChapter
  audits: Readonly<{ says: string; rows: readonly (readonly string[])[]; asks: readonly AgendaRow[] }>
  reviews: Readonly<{ says: string; rows: readonly (readonly string[])[]; agenda: readonly AgendaRow[] }>
  improvement: FlowPage | undefined
  correction: FlowPage | undefined
  correctionAsks: readonly AgendaRow[]
  actions: ActionChapter
  forms: PlaybookInput['text']['forms']
  sources: readonly (readonly [string, string])[]
}>

/** Turns what an organization has for its improvement cycle into the figures of the playbook. */
export function makePlaybook(input: PlaybookInput): Playbook {
  const kpis = kpiChapterOf(input)
  const actions = actionChapterOf(input)
  const calendar = calendarChapterOf(input)
  const { speech, text } = input
  const title = speech.say('title')
  const [year = 2000, month = 1, date = 1] = input.madeOn.split('-').map(Number)
  return {
    title: `${title}: ${input.organization}`,
    language: speech.language,
    words: wordsOf(speech),
    date: { year, month, day: date },
    brand: input.brand ?? plainBrand,
    cover: coverOf(input, title),
    summary: playbookSummaryOf(input, { kpis, actions, calendar }),
    cycle: cycleOf(text, speech),
    duties: dutiesOf(input),
    criteria: criteriaOf(text, speech),
    mostPoints: speech.count(4 * text.criteria.reduce((sum, { weight }) => sum + weight, 0)),
    kpis,
    calendar,
    audits: auditsOf(input),
    reviews: reviewsOf(input),
    improvement: flowPageOf(input, 'improvement'),
    correction: flowPageOf(input, 'finding'),
    correctionAsks: requirementRowsOf(input, '10.1'),
    actions,
    forms: formsOf(text, speech),
    sources: sourcesOf(input),
  }
}

function coverOf(
  { speech, organization, collected, assessment, madeOn, version, brand, snapshot }: PlaybookInput,
  title: string,
): Cover {
  const { say, day } = speech
  return {
    title,
    standard: 'ISO/IEC 20000-1:2018',
    organization,
    status: say('cover.says'),
    facts: [
      [say('cover.made-on'), day(madeOn)],
      [say('cover.until'), collected ? day(collected.dataUntil) : say('cover.no-data')],
      [say('cover.assessed'), assessment ? day(assessment.on) : say('cover.not-assessed')],
      [say('cover.version'), `${brand ? say('cover.program') : 'Clausewise'} ${version}`],
      ...(snapshot ? [[say('cover.made-from'), saySnapshot(snapshot, speech)] as const] : []),
      ...(speech.language === 'en'
        ? []
        : [[say('cover.language'), `${languages[speech.language]}. ${speech.notes.join(' ')}`] as const]),
    ],
    confidentiality: say('cover.confidential'),
  }
}

function auditsOf(input: PlaybookInput): Playbook['audits'] {
  const { audits, speech } = input
  return {
    says: audits?.length ? speech.many('audits.count', audits.length) : speech.say('audits.none'),
    rows: (audits ?? []).map(({ key, title, on, auditors, state }) => [
      key,
      title,
      on === undefined ? speech.say('actions.no-day') : speech.day(on),
      auditors || speech.say('actions.nobody'),
      sayState(state, speech),
    ]),
    asks: requirementRowsOf(input, '9.2'),
  }
}

function reviewsOf(input: PlaybookInput): Playbook['reviews'] {
  const { reviews, speech } = input
  return {
    says: reviews?.length ? speech.many('reviews.count', reviews.length) : speech.say('reviews.none'),
    rows: (reviews ?? []).map(({ on, title, state }) => [speech.day(on), title, sayState(state, speech)]),
    agenda: requirementRowsOf(input, '9.3'),
  }
}

function sourcesOf({ catalogue, collected, shelf, assessment, speech }: PlaybookInput): Playbook['sources'] {
  const { say, day } = speech
  const { standard } = catalogue
  const own = (key: string) => [say(`sources.${key}`), say(`sources.${key}-says`)] as const
  return [
    [
      say('sources.requirements'),
      say('sources.requirements-say', { title: standard.title, edition: standard.edition }),
    ],
    [
      say('sources.data'),
      collected
        ? say('sources.data-says', {
            day: day(collected.dataUntil),
            hash: shortHash(collected.dataHash),
            version: collected.packVersion,
          })
        : say('sources.none'),
    ],
    [
      say('sources.assessment'),
      assessment ? say('sources.assessment-says', { day: day(assessment.on) }) : say('sources.none'),
    ],
    own('roles'),
    [say('sources.kpis'), speech.many('sources.kpis-say', shelf.kpis.length)],
    own('limits'),
    own('years'),
    own('suggestions'),
    [say('sources.copyright'), standard.copyright.trim()],
  ]
}
