import { join } from 'node:path'
import { z } from 'zod'
import { type Language, languageCodes } from '#base/language.ts'
import type { Problem } from '#base/problem.ts'
import type { Told } from '#base/titled.ts'
import { openFinance } from './finance.ts'
import { openGuides } from './guides.ts'
import { openKnowledge } from './knowledge.ts'
import { openLibrary } from './library.ts'
import { isThere, readYaml } from './read.ts'

const Said = z.record(z.string(), z.string().min(1).max(200))

const TitleFile = z.strictObject({
  clauses: Said,
  requirements: Said,
  kpis: Said,
  checks: Said,
  measures: Said,
  /** Units as they follow a number, by the English one. */
  units: Said,
  work_packages: Said,
  /** Roles that do the work of remedies, by the English one. */
  roles: Said,
  /** Groups of clauses, by the file of the catalogue that holds them. */
  groups: Said,
  /** Process models. */
  processes: Said,
  /** Assumptions, lines and scenarios of the business case. */
  assumptions: Said,
  case_lines: Said,
  scenarios: Said,
})

/** Titles by what they are titles of, and then by its id; units and roles by the English word. */
export type Titles = Readonly<z.infer<typeof TitleFile>>

/** Units that are no words but say how a number is written. */
const ways: ReadonlySet<string> = new Set(['share', 'percent', '%'])

/** The titles of a pack as it has them, in English. */
export function englishTitles(content: string): Titles {
  const { catalogue, questions } = openLibrary(content)
  const { kpis } = openGuides(content)
  const { assumptions, costs, benefits, scenarios } = openFinance(content)
  const titled = (all: readonly Readonly<{ id: string; title: string }>[]) =>
    Object.fromEntries(all.map(({ id, title }) => [id, title]))
  const asked = (all: readonly Readonly<{ id: string; about: Readonly<{ title: string }> }>[]) =>
    Object.fromEntries(all.map(({ id, about }) => [id, about.title]))
  const words = (all: readonly string[]) => Object.fromEntries(all.map((word) => [word, word]))
  return {
    clauses: titled(catalogue.clauses),
    requirements: titled(catalogue.requirements),
    kpis: titled(kpis),
    checks: asked(questions.checks),
    measures: asked(questions.measures),
    units: words(
      [...kpis, ...questions.measures.map(({ about }) => about)]
        .map(({ unit }) => unit)
        .filter((unit) => !ways.has(unit)),
    ),
    work_packages: titled(catalogue.standard.work_packages),
    roles: words(catalogue.requirements.map(({ remedy }) => remedy.role)),
    groups: Object.fromEntries(catalogue.standard.groups.map(({ file, title }) => [file, title])),
    processes: titled(openKnowledge(content).models),
    assumptions: titled(assumptions),
    case_lines: titled([...costs, ...benefits]),
    scenarios: titled(scenarios),
  }
}

/** Reads content/titles, each language held against the titles of the pack: none missing, none of something that is not there. */
export function readTitles(
  content: string,
  english: Titles,
): { value: Readonly<Partial<Record<Language, Titles>>>; problems: readonly Problem[] } {
  const read = languageCodes
    .filter((language) => language !== 'en')
    .map((language) => {
      const path = pathOf(content, language)
      const { value, problems } = readYaml(path, TitleFile)
      return {
        language,
        value,
        problems: [...problems, ...(value ? differences(path, english, value) : [])],
      }
    })
  return {
    value: Object.fromEntries(read.flatMap(({ language, value }) => (value ? [[language, value]] : []))),
    problems: read.flatMap(({ problems }) => problems),
  }
}

const opened = new Map<string, Told | undefined>()

/** The titles of a pack as they are said in a language, opened once for the life of a program; undefined where it has none. */
export function titlesIn(content: string, language: Language): Told | undefined {
  const path = pathOf(content, language)
  if (!opened.has(path)) opened.set(path, isThere(path) ? tellTitles(content, path) : undefined)
  return opened.get(path)
}

const titled = [
  'clauses',
  'requirements',
  'kpis',
  'checks',
  'measures',
  'work_packages',
  'groups',
  'processes',
  'assumptions',
  'case_lines',
  'scenarios',
] as const

function tellTitles(content: string, path: string): Told | undefined {
  const { value: said } = readYaml(path, TitleFile)
  if (!said) return undefined
  const english = englishTitles(content)
  const titles = new Map<string, (readonly [string, string])[]>()
  for (const group of titled)
    for (const [id, title] of Object.entries(english[group]))
      titles.set(id, [...(titles.get(id) ?? []), [title, said[group][id] ?? title]])
  return { titles: Object.fromEntries(titles), units: said.units, roles: said.roles }
}

function pathOf(content: string, language: Language): string {
  return join(content, 'titles', `${language}.yaml`)
}

function differences(path: string, english: Titles, said: Titles): Problem[] {
  return Object.entries(english).flatMap(([group, known]): Problem[] => {
    const own = said[group as keyof Titles] // the groups are the keys of the type
    const missing = Object.keys(known).filter((id) => own[id] === undefined)
    const strange = Object.keys(own).filter((id) => known[id] === undefined)
    const faults = [
      missing.length > 0 ? `has no title for ${missing.join(', ')}` : '',
      strange.length > 0 ? `has a title for ${strange.join(', ')}, which the pack has not` : '',
    ].filter(Boolean)
    return faults.map((fault) => ({
      code: 'content.not-valid',
      level: 'error',
      message: `${group} ${fault}.`,
      where: { file: path },
    }))
  })
}
