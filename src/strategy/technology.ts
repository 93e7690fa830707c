import type { Capability } from '#content/strategy.ts'
import type { Ingested } from '#ingest/ingested.ts'

/** What the newest import says of the tools it came from. */
export type Imported = Pick<Ingested, 'supplied' | 'files' | 'fill'>

/** What the owner of a tool says about a capability. */
export type ToolStatement = Readonly<{
  tool: string
  capability: string
  standing: 'present' | 'by convention' | 'absent' | 'not visible'
  note: string | undefined
}>

/**
 * How a capability stands: proved by data, partly proved, not seen in the data, stated by people, or not known at all.
 * Not seen is not absent: the export may lack it, or our rights may not reach it.
 */
export type JudgedCapability = Readonly<{
  id: string
  clause: string
  title: string
  standing: 'proved' | 'partly' | 'not seen' | 'stated' | 'unknown'
  /** Columns that were asked for and that no source supplies, or only empty. */
  missing: readonly string[]
  /** Of the tickets that have the column, how many fill it; absent where it is not counted. */
  filled: Readonly<{ filled: number; of: number }> | undefined
  statements: readonly ToolStatement[]
}>

/** The capability score: (proved + half of partly) of all that data can show, from 0 to 1; undefined before an import. */
export type CapabilityScore = Readonly<{
  score: number | undefined
  askable: number
  proved: number
  partly: number
}>

/** Holds the checklist against what came in; before an import only what people state is known. */
export function judgeCapabilities(
  capabilities: readonly Capability[],
  imported: Imported | undefined,
  statements: readonly ToolStatement[],
): readonly JudgedCapability[] {
  return capabilities.map((capability) => {
    const { id, clause, title } = capability
    const own = statements.filter((one) => one.capability === id || one.capability === title)
    const seen = imported && isAskable(capability) ? seenIn(capability, imported) : undefined
    const unseen = own.length > 0 ? 'stated' : 'unknown'
    return {
      id,
      clause,
      title,
      statements: own,
      missing: seen?.missing ?? [],
      filled: seen && imported ? filledIn(capability, imported) : undefined,
      standing: seen?.standing ?? unseen,
    }
  })
}

/** Sums up how much of what data can show they do show. */
export function scoreCapabilities(judged: readonly JudgedCapability[]): CapabilityScore {
  const askable = judged.filter(({ standing }) => standing !== 'stated' && standing !== 'unknown').length
  const proved = judged.filter(({ standing }) => standing === 'proved').length
  const partly = judged.filter(({ standing }) => standing === 'partly').length
  return { score: askable === 0 ? undefined : (proved + partly / 2) / askable, askable, proved, partly }
}

function isAskable({ needs, shape }: Capability): boolean {
  return needs.length > 0 || shape !== undefined
}

function seenIn({ needs, shape }: Capability, imported: Imported) {
  if (shape) {
    const isThere = imported.files.some((file) => shape.some((one) => one === file.shape))
    return { standing: isThere ? ('proved' as const) : ('not seen' as const), missing: [] }
  }
  const missing = needs.filter((need) => !isSupplied(need, imported.supplied) || isEmpty(need, imported.fill))
  if (missing.length === 0) return { standing: 'proved' as const, missing }
  return { standing: missing.length === needs.length ? ('not seen' as const) : ('partly' as const), missing }
}

/** What one type of ticket has, tickets have. */
function isSupplied(need: string, supplied: readonly string[]): boolean {
  const [table, column] = need.split('.')
  if (supplied.includes(need)) return true
  return table === 'ticket' && supplied.some((one) => one.split('.')[1] === column)
}

/** A column that came in without a single value shows nothing. */
function isEmpty(need: string, fill: Imported['fill']): boolean {
  const { filled, of } = countOf(need, fill)
  return of > 0 && filled === 0
}

function countOf(need: string, fill: Imported['fill']): Readonly<{ filled: number; of: number }> {
  const [table, column] = need.split('.')
  const rows = fill.filter((one) => one.column === column && (table === 'ticket' || one.type === table))
  return {
    filled: rows.reduce((sum, row) => sum + row.filled, 0),
    of: rows.reduce((sum, row) => sum + row.of, 0),
  }
}

/** The worst filled of the columns that are counted, so that a column that hardly anybody fills in is seen. */
function filledIn({ needs }: Capability, { fill }: Imported): JudgedCapability['filled'] {
  const counts = needs.map((need) => countOf(need, fill)).filter(({ of }) => of > 0)
  return counts.toSorted((a, b) => a.filled / a.of - b.filled / b.of)[0]
}
