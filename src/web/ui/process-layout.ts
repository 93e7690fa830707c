import { Graph, layout } from '@dagrejs/dagre'

/** A step of a process with how often it happened. */
export type Step = Readonly<{ id: string; label: string; count: number; isOutside?: boolean }>
/** One step following another: how often, and the median wait between them in minutes. */
export type Flow = Readonly<{
  from: string
  to: string
  count: number
  wait?: number | undefined
  isOutside?: boolean
}>

export type PlacedStep = Step & Readonly<{ x: number; y: number; width: number; height: number }>
export type PlacedFlow = Flow &
  Readonly<{ points: readonly Readonly<{ x: number; y: number }>[]; x: number; y: number }>
export type Placed = Readonly<{
  width: number
  height: number
  steps: readonly PlacedStep[]
  flows: readonly PlacedFlow[]
}>

const height = 48

/** Puts the steps in layers, from first to last, and leads the flows between them. */
export function place(steps: readonly Step[], flows: readonly Flow[]): Placed {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 48, ranksep: 56, edgesep: 24, marginx: 16, marginy: 16 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const step of steps) graph.setNode(step.id, { width: widthOf(step.label), height })
  const known = flows.filter(({ from, to }) => graph.hasNode(from) && graph.hasNode(to))
  for (const flow of known)
    graph.setEdge(flow.from, flow.to, {
      width: 96,
      height: 34,
      labelpos: 'c',
      weight: Math.log2(flow.count + 1),
    })
  layout(graph)
  const whole = graph.graph()
  return {
    width: whole.width ?? 0,
    height: whole.height ?? 0,
    steps: steps.map((step) => ({ ...step, ...box(graph.node(step.id)) })),
    flows: known.map((flow) => {
      const edge = graph.edge(flow.from, flow.to)
      return { ...flow, points: edge.points ?? [], x: edge.x ?? 0, y: edge.y ?? 0 }
    }),
  }
}

function widthOf(label: string): number {
  return Math.max(112, Math.min(240, 32 + label.length * 7.5))
}

function box({
  x = 0,
  y = 0,
  width = 0,
  height: tall = 0,
}: {
  x?: number
  y?: number
  width?: number
  height?: number
}) {
  return { x, y, width, height: tall }
}
