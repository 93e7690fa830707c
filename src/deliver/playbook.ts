import { type Brand, plainBrand } from '#base/brand.ts'
import type { Language } from '#base/language.ts'
import type { Cover } from './figures/cover.ts'
import { count, day } from './figures/format.ts'
import { nameOfSnapshot } from './figures/snapshot-name.ts'
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
  const title = 'Continuous Improvement Playbook'
  const [year = 2000, month = 1, date = 1] = input.madeOn.split('-').map(Number)
  return {
    title: `${title}: ${input.organization}`,
    language: input.speech.language,
    words: wordsOf(input.speech),
    date: { year, month, day: date },
    brand: input.brand ?? plainBrand,
    cover: coverOf(input, title),
    summary: playbookSummaryOf(input, { kpis, actions, calendar }),
    cycle: input.text.cycle,
    duties: dutiesOf(input),
    criteria: input.text.criteria,
    mostPoints: count(4 * input.text.criteria.reduce((sum, { weight }) => sum + weight, 0)),
    kpis,
    calendar,
    audits: auditsOf(input),
    reviews: reviewsOf(input),
    improvement: flowPageOf(input, 'improvement'),
    correction: flowPageOf(input, 'finding'),
    correctionAsks: requirementRowsOf(input, '10.1'),
    actions,
    forms: input.text.forms,
    sources: sourcesOf(input),
  }
}

function coverOf(
  { speech, organization, collected, assessment, madeOn, version, brand, snapshot }: PlaybookInput,
  title: string,
): Cover {
  return {
    title,
    standard: 'ISO/IEC 20000-1:2018',
    organization,
    status: [
      'How service management stays as good as it is and becomes better: who does what, when, and by which figures.',
      ...speech.notes,
    ].join(' '),
    facts: [
      ['Made on', madeOn],
      ['Data until', collected ? day(collected.dataUntil) : 'no data yet'],
      ['Assessed as of', assessment?.on ?? 'not assessed yet'],
      ['Version', `${brand ? 'Program' : 'Clausewise'} ${version}`],
      ...(snapshot ? [['Made from', nameOfSnapshot(snapshot)] as const] : []),
    ],
    confidentiality: 'Confidential. For the organization named on the cover and those it chooses.',
  }
}

function auditsOf(input: PlaybookInput): Playbook['audits'] {
  const { audits } = input
  return {
    says: audits?.length
      ? `${count(audits.length)} audits are in the programme.`
      : 'The organization has no audit programme yet. Until it has, gate G8 cannot become green; the plan in chapter 10 is the form for the first audit.',
    rows: (audits ?? []).map(({ key, title, on, auditors, state }) => [
      key,
      title,
      on ?? 'no day',
      auditors || 'nobody yet',
      state,
    ]),
    asks: requirementRowsOf(input, '9.2'),
  }
}

function reviewsOf(input: PlaybookInput): Playbook['reviews'] {
  const { reviews } = input
  return {
    says: reviews?.length
      ? `${count(reviews.length)} reviews are planned or held.`
      : 'No management review is planned or recorded yet.',
    rows: (reviews ?? []).map(({ on, title, state }) => [on, title, state]),
    agenda: requirementRowsOf(input, '9.3'),
  }
}

function sourcesOf({ catalogue, collected, shelf, assessment }: PlaybookInput): Playbook['sources'] {
  const { standard } = catalogue
  return [
    [
      'Requirements',
      `${standard.title}, ${standard.edition}: numbers and titles, everything else in our own words.`,
    ],
    [
      'Data',
      collected
        ? `Everything read until ${day(collected.dataUntil)}; sha256 ${collected.dataHash.slice(0, 12)}, content ${collected.packVersion}.`
        : 'None yet.',
    ],
    ['Assessment', assessment ? `Ratings and statements as of ${assessment.on}.` : 'None yet.'],
    [
      'Roles and steps',
      'The guides of the processes, and the process models as the organization agreed on them.',
    ],
    [
      'KPIs',
      `A library of ${count(shelf.kpis.length)}; a target is a suggestion until the organization sets its own.`,
    ],
    [
      'Limits',
      'Mean plus and minus 2.66 times the average change from month to month, from 12 months on (individuals chart after Shewhart).',
    ],
    [
      'Three years',
      'The cycle of ISO/IEC 17021-1 as certification bodies describe it; the contract with the body holds.',
    ],
    ['Criteria, calendar, forms', 'Our suggestion. The organization may change each of them.'],
    ['Copyright', standard.copyright.trim()],
  ]
}
