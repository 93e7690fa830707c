/** What one task needs of one resource in every slot in which it is worked on. */
export type Demand = Readonly<{ resource: number; amount: number }>

/** One task waits for another: its start comes lag slots after the other's finish, or after the other's start. */
export type Link = Readonly<{ from: number; to: number; kind: 'finish-start' | 'start-start'; lag: number }>

/**
 * A scheduling problem in slots of equal length (RCPSP with capacities that change over time). A task is worked on for
 * its duration without a break, but stands still in slots in which the resources it needs are away altogether.
 * capacities: one row per resource with its capacity slot by slot; a slot beyond the row has the last value of it.
 */
export type Instance = Readonly<{
  durations: readonly number[]
  releases: readonly number[]
  demands: readonly (readonly Demand[])[]
  links: readonly Link[]
  capacities: readonly (readonly number[])[]
}>

/** When each task starts and finishes, in slots; finish is the slot after its last one. */
export type Schedule = Readonly<{ starts: readonly number[]; finishes: readonly number[]; makespan: number }>

/** Tasks in an order in which every task follows those it waits for; undefined where links lead in a circle. */
export function inOrderOfLinks(tasks: number, links: readonly Link[]): readonly number[] | undefined {
  const waiting = new Array<number>(tasks).fill(0)
  const followers: number[][] = Array.from({ length: tasks }, () => [])
  for (const { from, to } of links) {
    waiting[to] = (waiting[to] ?? 0) + 1
    followers[from]?.push(to)
  }
  const order = waiting.flatMap((count, task) => (count === 0 ? [task] : []))
  for (const task of order)
    for (const follower of followers[task] ?? []) {
      const left = (waiting[follower] ?? 0) - 1
      waiting[follower] = left
      if (left === 0) order.push(follower)
    }
  return order.length === tasks ? order : undefined
}

/** One circle of links, as the tasks on it; undefined where there is none. */
export function findCircle(tasks: number, links: readonly Link[]): readonly number[] | undefined {
  const followers = Map.groupBy(links, ({ from }) => from)
  const done = new Set<number>()
  const walk = (task: number, path: readonly number[]): readonly number[] | undefined => {
    const at = path.indexOf(task)
    if (at >= 0) return path.slice(at)
    if (done.has(task)) return undefined
    for (const { to } of followers.get(task) ?? []) {
      const found = walk(to, [...path, task])
      if (found) return found
    }
    done.add(task)
    return undefined
  }
  for (let task = 0; task < tasks; task += 1) {
    const found = walk(task, [])
    if (found) return found
  }
  return undefined
}

/** What is wrong with a schedule, in words; empty when it keeps every rule of its instance. */
export function breachesOf(instance: Instance, schedule: Schedule): readonly string[] {
  return [
    ...wrongTimes(instance, schedule),
    ...wrongLinks(instance, schedule),
    ...overloads(instance, schedule),
  ]
}

function wrongTimes(instance: Instance, { starts, finishes }: Schedule): readonly string[] {
  return instance.durations.flatMap((duration, task) => {
    const start = starts[task] ?? -1
    const worked = slotsWorked(instance, task, start, finishes[task] ?? -1).length
    return [
      ...(start < (instance.releases[task] ?? 0) ? [`task ${task} starts before it may`] : []),
      ...(worked === duration ? [] : [`task ${task} is worked on for ${worked} of ${duration} slots`]),
    ]
  })
}

function wrongLinks({ links }: Instance, { starts, finishes }: Schedule): readonly string[] {
  return links.flatMap(({ from, to, kind, lag }) => {
    const earliest = ((kind === 'finish-start' ? finishes[from] : starts[from]) ?? 0) + lag
    return (starts[to] ?? -1) < earliest ? [`task ${to} does not wait for task ${from}`] : []
  })
}

function overloads(instance: Instance, { starts, finishes }: Schedule): readonly string[] {
  const used = new Map<string, number>()
  for (const [task, needs] of instance.demands.entries())
    for (const slot of slotsWorked(instance, task, starts[task] ?? 0, finishes[task] ?? 0))
      for (const { resource, amount } of needs) {
        const place = `${resource} ${slot}`
        used.set(place, (used.get(place) ?? 0) + amount)
      }
  return [...used].flatMap(([place, amount]) => {
    const [resource = 0, slot = 0] = place.split(' ').map(Number)
    return amount > capacityAt(instance.capacities, resource, slot)
      ? [`resource ${resource} is overloaded in slot ${slot}`]
      : []
  })
}

/** The slots between two in which what a task needs is there at all. */
function slotsWorked(
  { demands, capacities }: Instance,
  task: number,
  from: number,
  to: number,
): readonly number[] {
  const slots: number[] = []
  for (let slot = from; slot < to; slot += 1)
    if (
      (demands[task] ?? []).every(({ resource, amount }) => capacityAt(capacities, resource, slot) >= amount)
    )
      slots.push(slot)
  return slots
}

function capacityAt(capacities: Instance['capacities'], resource: number, slot: number): number {
  const row = capacities[resource] ?? []
  return row[slot] ?? row.at(-1) ?? 0
}
