import type { Command } from 'commander'
import { openGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import type { Collected } from '#evidence/collected.ts'
import { readKept } from '#evidence/store.ts'
import { sourcesOf } from '#monitoring/kpi-source.ts'
import { describeLibrary, type LibraryLine } from '#monitoring/library.ts'
import { withFolder } from './command-options.ts'
import { content } from './folders.ts'
import { print } from './print.ts'

type Options = { out: string; json?: boolean; process?: string; perspective?: string }

/** clausewise kpis: the library of KPIs, each with its newest value in a workspace, or with what it needs. */
export function addKpis(program: Command): void {
  const command = program
    .command('kpis')
    .description('List the library of KPIs: what computes each and its newest value, or what it needs')
    .argument('[words...]', 'only KPIs whose title, formula, process or number hold all these words')
    .option('--process <name>', 'only those of one process, such as Change')
    .option('--perspective <name>', 'only those of financial, customer, process or learning')
  withFolder(command).action((words: readonly string[], options: Options) => {
    const { kpis } = openGuides(content)
    const sources = sourcesOf(kpis, openLibrary(content).questions)
    const collected = readKept(options.out, 'results.json') as Collected | undefined // written by collect
    const lines = describeLibrary(kpis, sources, { collected, facts: undefined })
    const found = lines.filter((line) => isWanted(line, words, options))
    const computed = found.filter(({ source }) => source.by !== 'nobody').length
    print(
      found,
      [
        ...found.map(lineOf),
        `${found.length} KPIs: ${computed} computed, ${found.length - computed} need what is not supplied`,
      ],
      options.json,
    )
  })
}

function isWanted(
  { kpi }: LibraryLine,
  words: readonly string[],
  { process, perspective }: Options,
): boolean {
  const text = [kpi.id, kpi.title, kpi.formula, kpi.process].join(' ').toLowerCase()
  return (
    words.every((word) => text.includes(word.toLowerCase())) &&
    (process === undefined || kpi.process.toLowerCase() === process.toLowerCase()) &&
    (perspective === undefined || kpi.perspective === perspective)
  )
}

function lineOf({ kpi, source, latest, because }: LibraryLine): string {
  const head = `${kpi.id}  ${kpi.title}`
  if (source.by === 'nobody') return `${head}: needs ${source.needs}`
  if (source.by === 'registers') return `${head}: from the registers, in the application`
  if (!latest) return `${head} (${source.id}): ${because}`
  const { part, whole, number, n, period } = latest
  const value =
    part === undefined
      ? `${Number(number.toPrecision(4))} ${source.unit}, n = ${n}`
      : `${(100 * number).toFixed(1)} % (${part} of ${whole})`
  return `${head} (${source.id}): ${value} in ${period}`
}
