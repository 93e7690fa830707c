import { join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { flawedPack } from '#content/flawed-pack.ts'
import { readYaml } from '#content/read.ts'
import { type DocumentedKind, documentedKinds } from '#deliver/documented-matter.ts'

/** A key of the sentences of a document. */
const Key = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
/** A table, a group of tables or a value of the data. */
const Name = z.string().regex(/^[a-z][a-z_-]*(?:\.[a-z_]+)?$/)

/** Columns in their order, each with its share of the width. */
const Columns = z.record(z.string(), z.number().positive())

/** What is said where nothing was recorded. empty: that there is nothing is an answer; lack: it is missing. */
const silence = { empty: Key.optional(), lack: Key.optional() }

/** A sentence; its places are values of the data. Without one of them it says what is missing. */
const Text = z.strictObject({ text: Key, lack: Key.optional() })
/** Sentences in a list. */
const Points = z.strictObject({ points: z.array(Key).min(1) })
/** A table of records. where: only those whose field is one of these; needs: columns that may not be empty. */
const TablePart = z.strictObject({
  table: Name,
  caption: Key,
  columns: Columns,
  where: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  needs: z.array(z.string()).default([]),
  ...silence,
})
/** Tables under subheadings of their own. */
const GroupPart = z.strictObject({
  group: Name,
  caption: Key,
  columns: Columns,
  needs: z.array(z.string()).default([]),
  ...silence,
})
/** Single values with their names, one a line. */
const ValuesPart = z.strictObject({
  values: z.array(Name).min(1),
  caption: Key,
  needs: z.array(Name).default([]),
  lack: Key.optional(),
})
/** What somebody wrote, at length. */
const WordsPart = z.strictObject({ words: Name, ...silence })
/** What no register holds: a person writes it into the document. */
const FillPart = z.strictObject({ fill: Key })
/** Lines on which people sign. */
const SignPart = z.strictObject({ sign: z.array(Key).min(1) })

const Part = z.union([Text, Points, TablePart, GroupPart, ValuesPart, WordsPart, FillPart, SignPart])
export type Part = Readonly<z.infer<typeof Part>>

/** What a document is about: the organization, or one service, audit or review of it. */
export const About = z.enum(['organization', 'service', 'audit', 'review'])
export type About = z.infer<typeof About>

/** One document: which piece of documented information it is, its clauses, and what it asks for, section by section. */
const Template = z.strictObject({
  piece: z.string().regex(/^DI-\d{3}$/),
  clauses: z.array(z.string()).min(1),
  about: About.default('organization'),
  sections: z.array(z.strictObject({ heading: Key, parts: z.array(Part).min(1) })).min(1),
})
export type Template = Readonly<z.infer<typeof Template>>

/** The name of a kind in files and folders. */
export function fileNameOf(kind: DocumentedKind): string {
  return kind.replaceAll(' ', '-')
}

/** Every problem of the templates of a pack. */
export function templateProblems(content: string): readonly Problem[] {
  return documentedKinds.flatMap((kind) => readTemplate(content, kind).problems)
}

const opened = new Map<string, Template>()

/** Opens a template once for the life of a program; refuses a pack with problems. */
export function openTemplate(content: string, kind: DocumentedKind): Template {
  const place = JSON.stringify([content, kind])
  const known = opened.get(place)
  if (known) return known
  const { value, problems } = readTemplate(content, kind)
  if (value === undefined) throw flawedPack(problems)
  opened.set(place, value)
  return value
}

function readTemplate(content: string, kind: DocumentedKind) {
  return readYaml(join(content, 'templates', `${fileNameOf(kind)}.yaml`), Template)
}

/** The tables, groups and values that a document asks for, each once. */
export function asksOf({ sections }: Template): readonly string[] {
  const names = sections.flatMap(({ parts }) => parts).flatMap(namesIn)
  return [...new Set(names)].toSorted()
}

function namesIn(part: Part): readonly string[] {
  if ('table' in part) return [part.table]
  if ('group' in part) return [part.group]
  if ('values' in part) return part.values
  return 'words' in part ? [part.words] : []
}
