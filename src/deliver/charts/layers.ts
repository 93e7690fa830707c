/** A node to be placed; sizes in points. */
export type LayeredNode = { readonly id: string; readonly width: number; readonly height: number }

/** A directed edge; the heavier ones are kept straight and decide which way is down. */
export type LayeredEdge = { readonly from: string; readonly to: string; readonly weight: number }

/** Where a node came to lie: its centre, and the layer from the top. */
export type Placed = LayeredNode & { readonly x: number; readonly y: number; readonly layer: number }

/** The way of an edge from its start to its end; isBack when it runs against the main direction. */
export type Route = LayeredEdge & {
  readonly points: readonly (readonly [number, number])[]
  readonly isBack: boolean
}

/** A finished layout. */
export type Layout = {
  readonly nodes: readonly Placed[]
  readonly routes: readonly Route[]
  readonly width: number
  readonly height: number
}

/** Distances between nodes beside each other and between layers, in points. */
export type Gaps = { readonly beside: number; readonly between: number }

type Slot = { id: string; width: number; height: number; layer: number; x: number; isBend: boolean }
type Link = { readonly from: Slot; readonly to: Slot; readonly weight: number }
type Chain = { readonly edge: LayeredEdge; readonly slots: readonly Slot[]; readonly isBack: boolean }

/**
 * Layered drawing after Sugiyama, Tagawa and Toda (1981): turn the fewest steps round, put nodes on layers by the
 * longest way, order each layer to cross little, and pull connected nodes above each other. The same input gives the
 * same layout.
 */
export function layOut(nodes: readonly LayeredNode[], edges: readonly LayeredEdge[], gaps: Gaps): Layout {
  const known = new Set(nodes.map(({ id }) => id))
  const usable = edges.filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
  const rank = sequence(nodes, usable)
  const layerOf = assignLayers(nodes, usable, rank)
  const slots = new Map(
    nodes.map((node) => [node.id, { ...node, layer: layerOf.get(node.id) ?? 0, x: 0, isBend: false }]),
  )
  const chains = usable.map((edge) => chainOf(edge, slots, rank))
  const layers = fill(chains, [...slots.values()], rank)
  const links = chains.flatMap(({ slots: way, edge }) =>
    way.slice(1).map((to, place): Link => ({ from: way[place] ?? to, to, weight: edge.weight })),
  )
  orderLayers(layers, links)
  placeAcross(layers, links, gaps.beside)
  return finish(layers, chains, gaps)
}

/** Nodes in a row such that little weight points backwards (the greedy rule of Eades, Lin and Smyth, 1993). */
function sequence(nodes: readonly LayeredNode[], edges: readonly LayeredEdge[]): ReadonlyMap<string, number> {
  const left = new Set(nodes.map(({ id }) => id))
  const head: string[] = []
  const tail: string[] = []
  while (left.size > 0) {
    const live = edges.filter(({ from, to }) => left.has(from) && left.has(to))
    const sink = [...left].find((id) => !live.some(({ from }) => from === id))
    const source = [...left].find((id) => !live.some(({ to }) => to === id))
    const chosen = sink ?? source ?? leaning(left, live)
    if (sink === undefined) head.push(chosen)
    else tail.unshift(chosen)
    left.delete(chosen)
  }
  return new Map([...head, ...tail].map((id, place) => [id, place]))
}

/** The node with most more weight going out than coming in; of equal ones the first. */
function leaning(left: ReadonlySet<string>, edges: readonly LayeredEdge[]): string {
  const lean = (id: string) =>
    edges.reduce(
      (sum, { from, to, weight }) => sum + (from === id ? weight : 0) - (to === id ? weight : 0),
      0,
    )
  const leans = [...left].map((id) => ({ id, value: lean(id) }))
  return leans.reduce((best, each) => (each.value > best.value ? each : best)).id
}

function isBackward({ from, to }: LayeredEdge, rank: ReadonlyMap<string, number>): boolean {
  return (rank.get(from) ?? 0) > (rank.get(to) ?? 0)
}

/** The longest way from a beginning decides the layer. */
function assignLayers(
  nodes: readonly LayeredNode[],
  edges: readonly LayeredEdge[],
  rank: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const forward = edges.map((edge) => (isBackward(edge, rank) ? { from: edge.to, to: edge.from } : edge))
  const layers = new Map<string, number>()
  for (const { id } of nodes.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))) {
    const above = forward.filter(({ to }) => to === id).map(({ from }) => (layers.get(from) ?? 0) + 1)
    layers.set(id, Math.max(0, ...above))
  }
  return layers
}

/** An edge over several layers gets a bend on each layer between. */
function chainOf(
  edge: LayeredEdge,
  slots: ReadonlyMap<string, Slot>,
  rank: ReadonlyMap<string, number>,
): Chain {
  const isBack = isBackward(edge, rank)
  const upper = slots.get(isBack ? edge.to : edge.from)
  const lower = slots.get(isBack ? edge.from : edge.to)
  if (!upper || !lower) return { edge, slots: [], isBack }
  const bends = Array.from(
    { length: Math.max(0, lower.layer - upper.layer - 1) },
    (_, place): Slot => ({
      id: `${edge.from}>${edge.to}>${place}`,
      width: 8,
      height: 0,
      layer: upper.layer + place + 1,
      x: 0,
      isBend: true,
    }),
  )
  return { edge, slots: [upper, ...bends, lower], isBack }
}

function fill(chains: readonly Chain[], nodes: readonly Slot[], rank: ReadonlyMap<string, number>): Slot[][] {
  const bends = chains.flatMap(({ slots }) => slots.filter(({ isBend }) => isBend))
  const ordered = [...nodes.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0)), ...bends]
  const count = ordered.reduce((most, { layer }) => Math.max(most, layer + 1), 0)
  return Array.from({ length: count }, (_, layer) => ordered.filter((slot) => slot.layer === layer))
}

const sweeps = 16

/** Sweeps down and up, each layer sorted by the mean place of its neighbours; the order with the least crossing stays. */
function orderLayers(layers: Slot[][], links: readonly Link[]): void {
  let best = layers.map((layer) => [...layer])
  let least = crossings(best, links)
  for (let sweep = 0; sweep < sweeps && least > 0; sweep++) {
    const isDown = sweep % 2 === 0
    for (const place of isDown ? layers.keys() : [...layers.keys()].reverse()) {
      const places = placesOf(layers)
      layers[place]?.sort((a, b) => meanPlace(a, links, places, isDown) - meanPlace(b, links, places, isDown))
    }
    const now = crossings(layers, links)
    if (now < least) {
      least = now
      best = layers.map((layer) => [...layer])
    }
  }
  for (const [place, layer] of best.entries()) layers[place] = layer
}

function placesOf(layers: readonly (readonly Slot[])[]): ReadonlyMap<Slot, number> {
  return new Map(
    layers.flatMap((layer) => layer.map((slot, place) => [slot, place + (100 - layer.length) / 2] as const)),
  )
}

function meanPlace(
  slot: Slot,
  links: readonly Link[],
  places: ReadonlyMap<Slot, number>,
  isDown: boolean,
): number {
  const near = links.flatMap(({ from, to }) => {
    if (isDown) return to === slot ? [from] : []
    return from === slot ? [to] : []
  })
  if (near.length === 0) return places.get(slot) ?? 0
  return near.reduce((sum, other) => sum + (places.get(other) ?? 0), 0) / near.length
}

/** How often links cross; straight through heavy ones costs more. */
function crossings(layers: readonly (readonly Slot[])[], links: readonly Link[]): number {
  const places = placesOf(layers)
  let cost = 0
  for (const [index, one] of links.entries()) {
    for (const other of links.slice(index + 1)) {
      if (one.from.layer !== other.from.layer) continue
      const top = (places.get(one.from) ?? 0) - (places.get(other.from) ?? 0)
      const bottom = (places.get(one.to) ?? 0) - (places.get(other.to) ?? 0)
      if (top * bottom < 0) cost += 1 + Math.log1p(Math.min(one.weight, other.weight))
    }
  }
  return cost
}

/** Pulls every slot towards its neighbours and keeps the order and the distances of each layer. */
function placeAcross(layers: readonly Slot[][], links: readonly Link[], beside: number): void {
  for (const layer of layers)
    spread(
      layer,
      layer.map(() => 0),
      beside,
    )
  for (let round = 0; round < 24; round++) {
    const ordered = round % 2 === 0 ? layers : layers.toReversed()
    for (const layer of ordered)
      spread(
        layer,
        layer.map((slot) => pulled(slot, links)),
        beside,
      )
  }
}

function pulled(slot: Slot, links: readonly Link[]): number {
  let [sum, weights] = [0, 0]
  for (const { from, to, weight } of links) {
    if (from !== slot && to !== slot) continue
    const other = from === slot ? to : from
    const pull = (1 + Math.log1p(weight)) * (slot.isBend && other.isBend ? 4 : 1)
    sum += pull * other.x
    weights += pull
  }
  return weights === 0 ? slot.x : sum / weights
}

/** Places as near to the wished ones as the distances allow: neighbours that would overlap move as one block. */
function spread(layer: readonly Slot[], wishes: readonly number[], beside: number): void {
  const offsets: number[] = []
  layer.forEach((slot, place) => {
    const before = layer[place - 1]
    const gap = before?.isBend && slot.isBend ? beside / 2 : beside
    offsets.push(before ? (offsets[place - 1] ?? 0) + (before.width + slot.width) / 2 + gap : 0)
  })
  const blocks: { sum: number; count: number }[] = []
  wishes.forEach((wish, place) => {
    blocks.push({ sum: wish - (offsets[place] ?? 0), count: 1 })
    for (
      let last = blocks.at(-1), before = blocks.at(-2);
      last && before && before.sum / before.count > last.sum / last.count;
    ) {
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count })
      last = blocks.at(-1)
      before = blocks.at(-2)
    }
  })
  const starts = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
  layer.forEach((slot, place) => {
    slot.x = (starts[place] ?? 0) + (offsets[place] ?? 0)
  })
}

function finish(layers: readonly (readonly Slot[])[], chains: readonly Chain[], gaps: Gaps): Layout {
  const all = layers.flat()
  const left = Math.min(0, ...all.map(({ x, width }) => x - width / 2))
  const right = Math.max(0, ...all.map(({ x, width }) => x + width / 2))
  const middles: number[] = []
  let y = 0
  for (const layer of layers) {
    const height = Math.max(0, ...layer.map((slot) => slot.height))
    middles.push(y + height / 2)
    y += height + gaps.between
  }
  const spot = (slot: Slot): readonly [number, number] => [slot.x - left, middles[slot.layer] ?? 0]
  return {
    nodes: all
      .filter(({ isBend }) => !isBend)
      .map(({ id, width, height, layer, ...slot }) => {
        const [x, middle] = spot({ id, width, height, layer, ...slot })
        return { id, width, height, layer, x, y: middle }
      }),
    routes: chains.map(({ edge, slots, isBack }) => {
      const points = slots.map(spot)
      return { ...edge, isBack, points: isBack ? points.reverse() : points }
    }),
    width: right - left,
    height: Math.max(0, y - gaps.between),
  }
}
