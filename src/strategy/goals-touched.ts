import type { Contribution, Goal, Named, Strength } from './goal.ts'

/** A goal that a requirement serves: by itself, or by a service whose tickets do not meet it. */
export type GoalTouched = Readonly<{ goal: Named; strength: Strength; by: string | undefined }>

/** What is known of goals, services and what serves what. */
type Matter = Readonly<{
  goals: readonly Goal[]
  services: readonly Named[]
  contributions: readonly Contribution[]
}>

const order: readonly Strength[] = ['high', 'medium', 'low', 'none']

/**
 * The goals that a requirement touches, the strongest first; of several ways to one goal the strongest, and of two as strong
 * the direct one. services: names of services as the data say them; a service of the register is one of them by its title.
 */
export function goalsTouched(
  { goals, services, contributions }: Matter,
  requirement: string,
  named: readonly string[],
): readonly GoalTouched[] {
  const titles = new Map(services.map(({ id, title }) => [id, title]))
  const touched = new Set(named.map(plain))
  const ways = contributions.flatMap(({ goal, kind, what, strength }): (GoalTouched & { id: string })[] => {
    const found = goals.find(({ id }) => id === goal)
    if (!found || strength === 'none') return []
    const { id, number, title } = found
    const way = { id, goal: { id, number, title }, strength }
    if (kind === 'requirement' && what === requirement) return [{ ...way, by: undefined }]
    const service = kind === 'service' ? titles.get(what) : undefined
    return service !== undefined && touched.has(plain(service)) ? [{ ...way, by: service }] : []
  })
  const sorted = ways.toSorted(
    (a, b) =>
      order.indexOf(a.strength) - order.indexOf(b.strength) ||
      Number(a.by !== undefined) - Number(b.by !== undefined) ||
      a.goal.title.localeCompare(b.goal.title, 'en'),
  )
  const strongest = sorted.filter(({ id }, at) => sorted.findIndex((one) => one.id === id) === at)
  return strongest.map(({ id: _, ...way }) => way)
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
