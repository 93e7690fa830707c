import type { Requirement } from '#content/requirement.ts'

/** An item as far as its sources matter: what it is derived from, if anything. */
type Derivable = Pick<Requirement, 'id' | 'derived_from'>

/**
 * Gives every item its own value, or the one that follows from its sources. Sources may come in any order and be
 * derived themselves; a circle ends where it began, and an unknown source counts for nothing.
 */
export function followSources<T>(
  items: readonly Derivable[],
  own: (id: string) => T,
  follow: (own: T, sources: ReadonlyMap<string, T>) => T,
): ReadonlyMap<string, T> {
  const byId = new Map(items.map((item) => [item.id, item]))
  const done = new Map<string, T>()
  const settle = (item: Derivable, waiting: readonly string[]): T => {
    const known = done.get(item.id)
    if (known !== undefined) return known
    const path = [...waiting, item.id]
    const sources = new Map<string, T>()
    for (const id of item.derived_from ?? []) {
      const source = byId.get(id)
      if (source && !path.includes(id)) sources.set(id, settle(source, path))
    }
    const value = sources.size > 0 ? follow(own(item.id), sources) : own(item.id)
    done.set(item.id, value)
    return value
  }
  for (const item of items) settle(item, [])
  return done
}
