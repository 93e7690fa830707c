/** Kinds of what can be found; of two that fit as well, the earlier kind comes first. */
export const findableKinds = [
  'requirement',
  'check',
  'measure',
  'record',
  'person',
  'kpi',
  'guide',
  'form',
  'document',
  'term',
] as const

/** One thing that can be found: kind and id say where it opens. text is searched and not shown. */
export type Findable = Readonly<{
  kind: (typeof findableKinds)[number]
  id: string
  title: string
  /** What stands beside the title: a clause, a register, a role. */
  beside: string
  text: string
}>

/** Something found; register says where a record lies. */
export type Found = Omit<Findable, 'text'>

/** So many of one kind are sure of a place before a kind with more takes the rest. */
const sure = 4

/** The best of what holds every word, at most as many as wanted; no kind crowds out another. */
export function findBest(things: readonly Findable[], query: string, most: number): readonly Found[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const sorted = things
    .flatMap((thing) => {
      const score = scoreOf(thing, words, plain(query))
      return score === undefined ? [] : [{ thing, score }]
    })
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        findableKinds.indexOf(a.thing.kind) - findableKinds.indexOf(b.thing.kind) ||
        (a.thing.id < b.thing.id ? -1 : 1),
    )
    .map(({ thing }) => thing)
  return fairly(sorted, most).map(({ text: _, ...found }) => found)
}

function fairly(sorted: readonly Findable[], most: number): readonly Findable[] {
  const seen = new Map<string, number>()
  const places = sorted.map(({ kind }) => {
    const place = seen.get(kind) ?? 0
    seen.set(kind, place + 1)
    return place
  })
  const first = sorted.filter((_, at) => (places[at] ?? 0) < sure)
  const rest = sorted.filter((_, at) => (places[at] ?? 0) >= sure)
  const chosen = new Set([...first, ...rest].slice(0, most))
  return sorted.filter((thing) => chosen.has(thing))
}

/** Its very name first, then what begins with the words, then titles that hold them, then texts. */
function scoreOf(thing: Findable, words: readonly string[], whole: string): number | undefined {
  const { id, title, text } = plainOf(thing)
  if (!words.every((word) => id.includes(word) || title.includes(word) || text.includes(word)))
    return undefined
  if (id === whole || title === whole) return 5
  if (id.startsWith(whole) || title.startsWith(whole)) return 4
  if (words.every((word) => title.split(/\W+/).some((part) => part.startsWith(word)))) return 3
  return words.every((word) => id.includes(word) || title.includes(word)) ? 2 : 1
}

const plains = new WeakMap<Findable, Readonly<{ id: string; title: string; text: string }>>()

/** What the pack holds is asked for again and again, and is made plain once. */
function plainOf(thing: Findable) {
  const known = plains.get(thing)
  if (known) return known
  const made = {
    id: plain(thing.id),
    title: plain(thing.title),
    text: plain(`${thing.beside} ${thing.text}`),
  }
  plains.set(thing, made)
  return made
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
