/**
 * The idea of five steps (awareness, desire, knowledge, ability, reinforcement) that hold a person back one after the
 * other. ADKAR is a trade mark of Prosci; the items are our own.
 */
const barrierUpTo = 3

/** The first element, in their order, whose value is 3 or less; undefined when nothing holds the person back. */
export function barrierOf(order: readonly string[], values: ReadonlyMap<string, number>): string | undefined {
  return order.find((id) => (values.get(id) ?? 0) <= barrierUpTo)
}
