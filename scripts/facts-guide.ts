import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type NamedFact, readQuestions } from '#content/pack.ts'
import type { Tables } from '#content/table.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where the guide to tables and facts lies. */
export const factsGuidePath = join(root, 'docs', 'facts.md')

/** What the guide says of one table or fact. */
type Listed = Readonly<{
  name: string
  row: string
  notes: readonly string[]
  columns: Readonly<Record<string, { readonly type: string; readonly means: string }>>
}>

/** The guide to canonical tables, reference tables and facts, as the pack describes them. */
export function factsGuide(content: string): string {
  const { tables, facts } = readQuestions(content)
  return [
    head,
    ...tablesSection(tables.tables, 'Canonical tables', canonicalIntroduction),
    ...tablesSection(tables.reference, 'Reference tables', referenceIntroduction),
    ...factsSection(facts),
  ].join('\n')
}

const head = `# Tables and facts

Written by \`scripts/facts-guide.ts\` from \`content/tables.yaml\` and \`content/facts/\`; change those and run
\`node scripts/launch.mjs scripts/facts-guide.ts\`.

A source is mapped once to the canonical tables. From them and the reference tables the facts are made, each by one select. Checks and
measures read facts and nothing else. Timestamps are UTC without a zone; a date is a day in the reporting zone; months are text such
as 2026-03. An empty cell means that the source does not say.
`

const canonicalIntroduction =
  'What every source is mapped to. Each table also has `source_file` (the first 12 digits of the sha256 of the file) and `source_row` (the row in it, the first after the head is 1).'

const referenceIntroduction = 'What the program fills itself before the facts are made.'

const factsIntroduction = 'What checks and measures read: one documented table each, in plain domain words.'

function tablesSection(tables: Tables['tables'], title: string, introduction: string): string[] {
  const listed = Object.entries(tables).map(([name, { row, key, columns }]) => ({
    name,
    row,
    notes: key.length > 0 ? [`Key: ${key.map((column) => `\`${column}\``).join(', ')}.`] : [],
    columns,
  }))
  return section(title, introduction, listed)
}

function factsSection(facts: readonly NamedFact[]): string[] {
  const sorted = [...facts].sort((one, other) => (one.name < other.name ? -1 : 1))
  const ticket = sorted.find(({ name }) => name === 'ticket')?.about.columns ?? {}
  return section(
    'Facts',
    factsIntroduction,
    sorted.map((fact) => listedFact(fact, ticket)),
  )
}

/** A fact that has every column of the fact ticket lists only what it adds. */
function listedFact({ name, about }: NamedFact, ticket: Listed['columns']): Listed {
  const extendsTicket =
    name !== 'ticket' && Object.keys(ticket).every((column) => about.columns[column] !== undefined)
  const own = Object.entries(about.columns).filter(
    ([column]) => !extendsTicket || ticket[column] === undefined,
  )
  return {
    name,
    row: about.row,
    notes: [
      ...(extendsTicket ? [`All columns of \`ticket\`${own.length > 0 ? ', and those below' : ''}.`] : []),
      ...(about.kept ? [] : ['Not stored: made anew whenever it is read.']),
    ],
    columns: Object.fromEntries(own),
  }
}

function section(title: string, introduction: string, listed: readonly Listed[]): string[] {
  return [`## ${title}`, '', introduction, '', ...listed.flatMap((one) => described(one))]
}

function described({ name, row, notes, columns }: Listed): string[] {
  const rows = Object.entries(columns).map(
    ([column, { type, means }]) => `| \`${column}\` | ${type} | ${cell(means)} |`,
  )
  const table = rows.length > 0 ? ['| column | type | meaning |', '|---|---|---|', ...rows, ''] : []
  return [`### ${name}`, '', [`One row: ${row}.`, ...notes].join(' '), '', ...table]
}

/** A text that stays inside its cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

if (import.meta.main) {
  writeFileSync(factsGuidePath, factsGuide(join(root, 'content')))
  console.log('docs/facts.md is written')
}
