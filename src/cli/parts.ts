import { Argument, type Command } from 'commander'
import type { Answer } from '#api/endpoint.ts'
import type { Api } from '#api/endpoints.ts'
import { Refusal } from '#base/refusal.ts'
import { dataFolder, dataOption } from './data-folder.ts'
import { print } from './print.ts'

/** An address that reads something of one organization. */
type Reading = Extract<keyof Api, `GET ${string}:organization${string}`>

/** One thing that a command can show: the address that knows it, and how it is told in lines. */
export type Part = Readonly<{ key: Reading; says: string; lines: (view: unknown) => readonly string[] }>

/** Makes a part; its lines are typed by the contract of its address. */
export function part<K extends Reading>(
  key: K,
  says: string,
  lines: (view: Answer<Api[K]>) => readonly string[],
): Part {
  return { key, says, lines: lines as Part['lines'] } // what comes in was parsed by the contract of key
}

export type PartOptions = Readonly<{ data?: string; organization?: string; json?: boolean }>

type Family = Readonly<{
  name: string
  says: string
  parts: Readonly<Record<string, Part>>
  /** What is shown when no part is named. */
  usual: string
}>

/** Adds a command that shows the parts of one side of the programme, as the running server knows them. */
export function addParts(program: Command, { name, says, parts, usual }: Family): void {
  const described = Object.entries(parts).map(([one, { says: what }]) => `${one}: ${what}`)
  program
    .command(name)
    .description(says)
    .addArgument(new Argument('[part]', described.join('; ')).choices(Object.keys(parts)).default(usual))
    .option('--organization <name>', 'only this one, by its name or id (default: every one)')
    .option(...dataOption)
    .option('--json', 'machine-readable output')
    .action(async (chosen: string, options: PartOptions) => {
      const wanted = parts[chosen]
      if (wanted) await showPart(wanted, options)
    })
}

/** Asks the running server for one part of every organization that is meant, and prints it. */
export async function showPart(wanted: Part, options: PartOptions): Promise<void> {
  const { found, told } = await askPart(wanted, options)
  print(found, told, options.json)
}

type Told = Readonly<{
  found: readonly Readonly<{ organization: string; id: string; view: unknown }>[]
  told: readonly string[]
}>

/** One part of every organization that is meant, for programs and for people. */
export async function askPart({ key, lines }: Part, { data, organization }: PartOptions): Promise<Told> {
  const { askServer } = await import('#server/ask-server.ts')
  const { endpoints } = await import('#api/endpoints.ts')
  const { answers } = endpoints[key]
  const folder = await dataFolder(data)
  const found: { organization: string; id: string; view: unknown }[] = []
  for (const { id, name } of await organizationsOf(folder, organization)) {
    const raw = await askServer(folder, key.slice('GET '.length).replace(':organization', id))
    const view = typeof answers === 'object' ? answers.parse(raw) : raw
    found.push({ organization: name, id, view })
  }
  const told = found.flatMap(({ organization: name, view }) => [
    name,
    ...lines(view).map((line) => `  ${line}`),
  ])
  return { found, told: told.length > 0 ? told : ['There is no organization yet.'] }
}

async function organizationsOf(folder: string, wanted: string | undefined) {
  const { askServer } = await import('#server/ask-server.ts')
  const { StatusView } = await import('#api/status.ts')
  const named = StatusView.parse(await askServer(folder, '/api/status')).details?.named ?? []
  if (wanted === undefined) return named
  const found = named.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase())
  if (found.length === 0)
    throw new Refusal(
      'not-found',
      `There is no organization ${wanted}. There are: ${named.map(({ name }) => name).join(', ') || 'none'}.`,
    )
  return found
}

/** A share in percent, or what stands for one that is not known. */
export function percent(share: number | undefined): string {
  return share === undefined ? 'unknown' : `${(100 * share).toFixed(1)} %`
}

/** Whole money. */
export function money(value: number | undefined, currency = ''): string {
  if (value === undefined) return 'unknown'
  return `${Math.round(value).toLocaleString('en')} ${currency}`.trim()
}
