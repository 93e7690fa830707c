import { basename, dirname, join, relative } from 'node:path'
import type { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { Cases, Check, Fact, Measure } from './question.ts'
import { filesBelow, isThere, readText, readYaml } from './read.ts'
import { Tables } from './table.ts'

/** One triple of the pack: what it says, the select that answers, and its cases. */
export type Triple<T> = Readonly<{ id: string; about: T; sql: string; cases: Cases; path: string }>

/** One fact: its columns and the select that makes it. */
export type NamedFact = Readonly<{ name: string; about: Fact; sql: string; cases: Cases | undefined }>

/** What evidence needs of the pack: tables, facts in the order of their making, checks and measures. */
export type Questions = Readonly<{
  tables: Tables
  facts: readonly NamedFact[]
  checks: readonly Triple<Check>[]
  measures: readonly Triple<Measure>[]
  problems: readonly Problem[]
}>

/** Reads tables, facts, checks and measures of a pack, with every problem found on the way. */
export function readQuestions(content: string): Questions {
  const problems: Problem[] = []
  const take = <T>(reading: { value: T | undefined; problems: readonly Problem[] }): T | undefined => {
    problems.push(...reading.problems)
    return reading.value
  }
  const tables = take(readYaml(join(content, 'tables.yaml'), Tables)) ?? { tables: {}, reference: {} }
  const facts = filesBelow(join(content, 'facts'), '.sql').flatMap((path): NamedFact[] => {
    const about = take(readYaml(path.replace(/\.sql$/, '.yaml'), Fact))
    const testPath = path.replace(/\.sql$/, '.test.yaml')
    const cases = isThere(testPath) ? take(readYaml(testPath, Cases)) : undefined
    return about
      ? [{ name: basename(path, '.sql').replaceAll('-', '_'), about, sql: readText(path), cases }]
      : []
  })
  const checks = triples(join(content, 'checks'), Check, take, problems)
  const measures = triples(join(content, 'measures'), Measure, take, problems)
  return { tables, facts: inOrder(facts), checks, measures, problems }
}

function triples<S extends z.ZodType>(
  folder: string,
  schema: S,
  take: <T>(reading: { value: T | undefined; problems: readonly Problem[] }) => T | undefined,
  problems: Problem[],
): Triple<z.infer<S>>[] {
  return filesBelow(folder, '.sql').flatMap((path) => {
    const yaml = path.replace(/\.sql$/, '.yaml')
    const test = path.replace(/\.sql$/, '.test.yaml')
    const missing = [yaml, test].filter((file) => !isThere(file))
    for (const file of missing) {
      problems.push({
        code: 'content.triple-incomplete',
        level: 'error',
        message: `${basename(file)} is missing beside it. Write it, or remove the select.`,
        where: { file: relative(process.cwd(), path) },
      })
    }
    if (missing.length > 0) return []
    const about = take(readYaml(yaml, schema))
    const cases = take(readYaml(test, Cases))
    if (about === undefined || cases === undefined) return []
    const id = `${basename(dirname(path))}.${basename(path, '.sql')}`
    return [{ id, about, sql: readText(path), cases, path }]
  })
}

/** Facts sorted so that each comes after those it names. */
function inOrder(facts: readonly NamedFact[]): NamedFact[] {
  const names = new Set(facts.map((fact) => fact.name))
  const uses = new Map(
    facts.map((fact) => [
      fact.name,
      [...namedIn(fact.sql)].filter((name) => names.has(name) && name !== fact.name),
    ]),
  )
  const placed: NamedFact[] = []
  const done = new Set<string>()
  while (placed.length < facts.length) {
    const next = facts.find(
      (fact) => !done.has(fact.name) && (uses.get(fact.name) ?? []).every((name) => done.has(name)),
    )
    if (!next)
      throw new Error(
        `The facts ${facts
          .filter((fact) => !done.has(fact.name))
          .map((fact) => fact.name)
          .join(', ')} name each other in a circle`,
      )
    done.add(next.name)
    placed.push(next)
  }
  return placed
}

/** The tables that a select names after from and join, without the canonical ones. */
export function namedIn(sql: string): Set<string> {
  const text = sql.replace(/--[^\n]*/g, '')
  return new Set(
    [...text.matchAll(/\b(?:from|join)\s+([a-z_.]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== '' && !name.includes('.')),
  )
}
