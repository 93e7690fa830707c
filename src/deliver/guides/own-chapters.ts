import { capital, count, heading, percent, periodOf, plain, shareOf } from '#base/format.ts'
import type { NamedGuide } from '#content/guides.ts'
import type { Chapter, ShownInChapter } from '#content/handbook.ts'
import type { ProcessModel } from '#content/process.ts'
import { type Sentences, say } from '#content/sentences.ts'
import type { Collected } from '#evidence/collected.ts'
import { processKey } from '../figures/input.ts'
import { measuresOfKpi } from '../figures/kpi.ts'
import { monthValue, sayValue } from '../figures/trend.ts'
import type { Speech } from '../speech.ts'
import type { Rows } from './rows.ts'

/** A table of a chapter with its caption and the sentence before it, or words where there is nothing to show. */
export type OwnTable = Readonly<{
  /** The key of the sentence that leads to the table. */
  lead?: string
  caption: string
  heads: readonly string[]
  widths: readonly number[]
  rows: Rows
}>
export type OwnPart = OwnTable | Readonly<{ says: string }>

/** A chapter as the document places it. */
export type ChapterPage = Omit<Chapter, 'shows'> & Readonly<{ title: string; own: readonly OwnPart[] }>

type ChapterMatter = Readonly<{
  guide: NamedGuide
  models: readonly ProcessModel[]
  collected: Collected | undefined
  sentences: Sentences
  speech: Speech
  kpiTitle: (id: string) => string
}>

/** The chapters of a guide with what they show of the models and the organization's own data. */
export function chapterPages(matter: ChapterMatter): readonly ChapterPage[] {
  return matter.guide.chapters.map(({ shows, ...chapter }) => ({
    ...chapter,
    title: say(matter.sentences, `chapter.${chapter.id}`),
    own: shows.flatMap((shown) => parts[shown](matter)),
  }))
}

const parts: Readonly<Record<ShownInChapter, (matter: ChapterMatter) => readonly OwnPart[]>> = {
  states,
  paths,
  checks,
  months,
  required,
  words,
}

const wordsShown = 6

function states({ models, sentences }: ChapterMatter): readonly OwnPart[] {
  return models.map(({ title, states: all }) => ({
    caption: say(sentences, 'states.caption', { model: title }),
    heads: ['states.state', 'states.means', 'states.clock', 'states.words'].map((key) => say(sentences, key)),
    widths: [1.5, 3, 0.9, 3.2],
    rows: all
      .filter(({ added }) => !added)
      .map(({ id, meaning, clock, optional, synonyms }) => [
        heading(id),
        `${capital(meaning)}${optional ? ` (${say(sentences, 'states.optional')})` : ''}`,
        say(sentences, `clock.${clock}`),
        synonyms.slice(0, wordsShown).join(', ') || '–',
      ]),
  }))
}

const pathsShown = 6

/** The most frequent whole paths of the organization's own tickets, as counts. */
function paths({ models, collected, sentences }: ChapterMatter): readonly OwnPart[] {
  const found = (collected?.conformance ?? []).filter(
    ({ type, finished, variants }) =>
      finished > 0 && variants.length > 0 && models.some(({ id }) => processKey(id) === processKey(type)),
  )
  if (found.length === 0) return [{ says: say(sentences, 'paths.none') }]
  return found.map(({ title, finished, variants }) => ({
    caption: say(sentences, 'paths.caption', { title, count: count(finished) }),
    heads: ['paths.path', 'paths.times', 'paths.share', 'paths.agreed'].map((key) => say(sentences, key)),
    widths: [5.4, 0.9, 1, 1.2],
    rows: variants
      .slice(0, pathsShown)
      .map(({ path, count: times, isAllowed }) => [
        path.map(plain).join(' → '),
        count(times),
        percent(times / finished),
        say(sentences, isAllowed ? 'paths.yes' : 'paths.no'),
      ]),
  }))
}

function checks({ guide, collected, sentences }: ChapterMatter): readonly OwnPart[] {
  const own = (collected?.results ?? []).filter(
    ({ decides, population, unknown }) =>
      population + unknown > 0 && decides.some(({ requirement }) => guide.requirements.includes(requirement)),
  )
  if (!collected || own.length === 0) return [{ says: say(sentences, 'checks.none') }]
  return [
    {
      lead: 'checks.lead',
      caption: say(sentences, 'checks.caption', { guide: guide.title, period: periodOf(collected.period) }),
      heads: ['checks.check', 'checks.met', 'checks.unknown', 'checks.verdict'].map((key) =>
        say(sentences, key),
      ),
      widths: [4.6, 2, 0.9, 0.9],
      rows: own.map(({ title, met, population, unknown, verdict }) => [
        title,
        shareOf(met, population),
        count(unknown),
        say(sentences, `checks.${verdict}`),
      ]),
    },
  ]
}

const [monthsShown, kpisShown] = [6, 10]

function months({ guide, collected, sentences, speech, kpiTitle }: ChapterMatter): readonly OwnPart[] {
  const trends = guide.kpis.flatMap((id) => {
    const [measure] = measuresOfKpi(id, collected?.measures ?? [])
    const points = measure?.points.filter((point) => monthValue(point) !== undefined) ?? []
    return measure && points.length > 1 ? [{ id, measure, points }] : []
  })
  if (trends.length === 0) return [{ says: say(sentences, 'months.none') }]
  const periods = [...new Set(trends.flatMap(({ points }) => points.map(({ period }) => period)))]
    .toSorted()
    .slice(-monthsShown)
  return [
    {
      caption: say(sentences, 'months.caption', { guide: guide.title }),
      heads: [say(sentences, 'months.kpi'), ...periods],
      widths: [3, ...periods.map(() => 1)],
      rows: trends.slice(0, kpisShown).map(({ id, measure, points }) => [
        kpiTitle(id),
        ...periods.map((period) => {
          const point = points.find((one) => one.period === period)
          const value = point && monthValue(point)
          return value === undefined ? '–' : sayValue(measure, value, speech)
        }),
      ]),
    },
  ]
}

/** What the rules of the models ask the tool to hold: fields, links and events. */
function required({ guide, models, sentences }: ChapterMatter): readonly OwnPart[] {
  const rows = models.flatMap(({ rules }) =>
    rules.flatMap(({ id, description, params }) => {
      const needs = ['fields', 'link', 'event', 'first', 'then', 'a', 'b'].flatMap(
        (name) => params[name] ?? [],
      )
      const types = [params.types ?? []].flat().map(String)
      return needs.length === 0
        ? []
        : [[id, description, needs.map((need) => plain(String(need))).join(', '), types.join(', ') || '–']]
    }),
  )
  if (rows.length === 0) return []
  return [
    {
      lead: 'required.lead',
      caption: say(sentences, 'required.caption', { guide: guide.title }),
      heads: ['required.rule', 'rules.says', 'required.needs', 'required.for'].map((key) =>
        say(sentences, key),
      ),
      widths: [0.9, 3.4, 3, 1.3],
      rows,
    },
  ]
}

/** How words and codes of tools are mapped to states; the same word of several tools stands in one row each. */
function words({ models, sentences }: ChapterMatter): readonly OwnPart[] {
  return models.flatMap(({ title, tools, codes }) => {
    const rows = [...Object.entries(tools), ...Object.entries(codes)].map(([tool, own]) => [
      capital(tool),
      Object.entries(own)
        .map(([word, state]) => `${word} = ${plain(state)}`)
        .join(', '),
    ])
    return rows.length === 0
      ? []
      : [
          {
            lead: 'words.lead',
            caption: say(sentences, 'words.caption', { model: title }),
            heads: ['words.tool', 'words.word'].map((key) => say(sentences, key)),
            widths: [1.4, 7],
            rows,
          },
        ]
  })
}
