import { join } from 'node:path'
import { z } from 'zod'
import { type Language, languageCodes } from '#base/language.ts'
import type { Problem } from '#base/problem.ts'
import { flawedPack } from './flawed-pack.ts'
import { readYaml } from './read.ts'

/** What a word is called, and what it means here. */
const Term = z.strictObject({ term: z.string().min(2).max(60), says: z.string().min(20).max(240) })

const TermFile = z.record(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), Term)

/** A word of the glossary in one language. */
export type GlossaryTerm = Readonly<{ id: string; term: string; says: string }>

/** The words of the glossary by language, each in the alphabet of its language. */
export type Glossary = Readonly<Record<Language, readonly GlossaryTerm[]>>

/** Reads content/glossary, every language held against English: the same words, none twice. */
export function readGlossary(content: string): { value: Glossary; problems: readonly Problem[] } {
  const read = languageCodes.map((language) => {
    const path = pathOf(content, language)
    const { value = {}, problems } = readYaml(path, TermFile)
    return { language, path, terms: value, problems }
  })
  const english = Object.keys(read[0]?.terms ?? {})
  const problems = read.flatMap(({ path, terms, problems: wrong }) => [
    ...wrong,
    ...(wrong.length > 0 ? [] : differences(path, english, terms)),
  ])
  const sorted = read.map(({ language, terms }) => [language, inAlphabet(language, terms)])
  return { value: Object.fromEntries(sorted) as Glossary, problems }
}

const opened = new Map<string, Glossary>()

/** Opens the glossary once for the life of a program; refuses a pack with problems. */
export function openGlossary(content: string): Glossary {
  const open = opened.get(content)
  if (open) return open
  const { value, problems } = readGlossary(content)
  if (problems.length > 0) throw flawedPack(problems)
  opened.set(content, value)
  return value
}

function pathOf(content: string, language: Language): string {
  return join(content, 'glossary', `${language}.yaml`)
}

function differences(
  path: string,
  english: readonly string[],
  terms: Readonly<Record<string, z.infer<typeof Term>>>,
): Problem[] {
  const missing = english.filter((id) => terms[id] === undefined)
  const strange = Object.keys(terms).filter((id) => !english.includes(id))
  const names = Object.values(terms).map(({ term }) => term)
  const twice = names.filter((name, place) => names.indexOf(name) !== place)
  const said = [
    missing.length > 0 ? `misses ${missing.join(', ')}, which English has` : '',
    strange.length > 0 ? `has ${strange.join(', ')}, which English has not` : '',
    twice.length > 0 ? `calls two things ${twice.join(', ')}` : '',
  ].filter(Boolean)
  return said.map((message) => ({
    code: 'content.not-valid',
    level: 'error',
    message: `The glossary ${message}.`,
    where: { file: path },
  }))
}

function inAlphabet(
  language: Language,
  terms: Readonly<Record<string, z.infer<typeof Term>>>,
): readonly GlossaryTerm[] {
  const { compare } = new Intl.Collator(language)
  return Object.entries(terms)
    .map(([id, about]) => ({ id, ...about }))
    .toSorted((a, b) => compare(a.term, b.term))
}
