/** Titles of the pack by id (that of a clause is also that of a group of clauses), each in English and as it is said; units and, where they are to be said, roles by the English word. */
export type Told = Readonly<{
  titles: Readonly<Record<string, readonly (readonly [string, string])[]>>
  units: Readonly<Record<string, string>>
  roles?: Readonly<Record<string, string>>
}>

/** What people wrote themselves, and what was kept as it was: never said otherwise. */
const kept: ReadonlySet<string> = new Set(['data', 'before', 'after', 'draft'])

/** Under these an answer names what of the pack it speaks of. */
const naming = [
  'id',
  'requirement',
  'kpi',
  'check',
  'measure',
  'clause',
  'task',
  'workPackage',
  'file',
  'assumption',
  'input',
  'line',
  'scenario',
  'of',
] as const

/**
 * Something with the titles of the pack as they are said in a language. Only a title that stands beside the id it belongs to, and
 * that is the English one of the pack, is said otherwise. What has an id of its own, such as a finding about a check, is called
 * what people called it. What does not change is the same object as before.
 */
export function inLanguage<T>(answer: T, told: Told | undefined): T {
  if (!told || Object.keys(told.titles).length === 0) return answer
  return said(answer, told, false) as T // the shape stays, only texts change
}

function said(value: unknown, told: Told, isOfPack: boolean): unknown {
  if (Array.isArray(value)) return allSaid(value, told, isOfPack)
  if (typeof value !== 'object' || value === null) return value
  // Numbers in rows, and what is kept by keys, hold no titles.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const given = value as Readonly<Record<string, unknown>> // an object of an answer in JSON
  const pairs = naming.flatMap((name) => pairsOf(given[name], told))
  const isHere = isOfPack || pairs.length > 0
  const titles = typeof given.id === 'string' ? pairsOf(given.id, told) : pairs
  const titlesAt = (key: string) => {
    if (key === 'title') return titles
    return key === 'clauseTitle' ? pairsOf(given.clause, told) : undefined
  }
  let isChanged = false
  const entries = Object.entries(given).map(([key, old]): [string, unknown] => {
    const known = titlesAt(key)
    const now = known ? titleOf(old, known) : wordOf(key, old, told, isHere)
    isChanged ||= now !== old
    return [key, now]
  })
  return isChanged ? Object.fromEntries(entries) : value
}

function pairsOf(id: unknown, { titles }: Told): readonly (readonly [string, string])[] {
  return typeof id === 'string' && Object.hasOwn(titles, id) ? (titles[id] ?? []) : []
}

function allSaid(values: readonly unknown[], told: Told, isOfPack: boolean): readonly unknown[] {
  const all = values.map((one) => said(one, told, isOfPack))
  return all.some((one, at) => one !== values[at]) ? all : values
}

function titleOf(title: unknown, pairs: readonly (readonly [string, string])[]): unknown {
  return pairs.find(([english]) => english === title)?.[1] ?? title
}

function wordOf(key: string, old: unknown, told: Told, isOfPack: boolean): unknown {
  if (kept.has(key)) return old
  if (isOfPack && typeof old === 'string') {
    if (key === 'unit') return told.units[old] ?? old
    if (key === 'role') return told.roles?.[old] ?? old
  }
  return said(old, told, isOfPack)
}
