import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type LayeredEdge, layOut } from './layers.ts'

const gaps = { beside: 10, between: 20 }
const box = (id: string) => ({ id, width: 40, height: 20 })
const step = (from: string, to: string, weight = 1): LayeredEdge => ({ from, to, weight })

test('a chain runs straight down, one layer each', () => {
  const { nodes } = layOut(['a', 'b', 'c'].map(box), [step('a', 'b'), step('b', 'c')], gaps)

  const byLayer = nodes.toSorted((one, other) => one.layer - other.layer)
  assert.deepEqual(
    byLayer.map(({ id, layer, y }) => ({ id, layer, y })),
    [
      { id: 'a', layer: 0, y: 10 },
      { id: 'b', layer: 1, y: 50 },
      { id: 'c', layer: 2, y: 90 },
    ],
  )
  assert.equal(new Set(nodes.map(({ x }) => Math.round(x))).size, 1)
})

test('the lighter step of a circle is the one that runs back', () => {
  const { routes } = layOut(['a', 'b'].map(box), [step('a', 'b', 90), step('b', 'a', 3)], gaps)

  assert.deepEqual(
    routes.map(({ from, isBack }) => ({ from, isBack })),
    [
      { from: 'a', isBack: false },
      { from: 'b', isBack: true },
    ],
  )
})

test('a route begins at its from and ends at its to, also when it runs back', () => {
  const { nodes, routes } = layOut(
    ['a', 'b', 'c'].map(box),
    [step('a', 'b', 5), step('b', 'c', 5), step('c', 'a', 1)],
    gaps,
  )

  const spot = (id: string) => {
    const node = nodes.find((each) => each.id === id)
    return [node?.x, node?.y]
  }
  for (const { from, to, points } of routes) {
    assert.deepEqual(points[0], spot(from))
    assert.deepEqual(points.at(-1), spot(to))
  }
})

test('two ways that need not cross do not cross', () => {
  const nodes = ['top', 'left', 'right', 'below-right', 'below-left'].map(box)
  const edges = [
    step('top', 'left'),
    step('top', 'right'),
    step('left', 'below-left'),
    step('right', 'below-right'),
  ]

  const placed = new Map(layOut(nodes, edges, gaps).nodes.map(({ id, x }) => [id, x]))

  const side = (one: string, other: string) => Math.sign((placed.get(one) ?? 0) - (placed.get(other) ?? 0))
  assert.equal(side('left', 'right'), side('below-left', 'below-right'))
})

test('a step to itself and a step to an unknown state are left out', () => {
  const { nodes, routes } = layOut([box('a')], [step('a', 'a'), step('a', 'nowhere')], gaps)

  assert.equal(nodes.length, 1)
  assert.deepEqual(routes, [])
})

test('nothing to draw is an empty layout', () => {
  assert.deepEqual(layOut([], [], gaps), { nodes: [], routes: [], width: 0, height: 0 })
})

const graph = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 500 }),
    ),
    {
      maxLength: 30,
    },
  )
  .map((triples) => {
    const seen = new Map(
      triples.map(([from, to, weight]) => [`${from}>${to}`, step(`s${from}`, `s${to}`, weight)]),
    )
    return [...seen.values()]
  })

test('in any graph no two states overlap and all lie inside the drawing', () => {
  const nodes = Array.from({ length: 10 }, (_, place) => box(`s${place}`))

  fc.assert(
    fc.property(graph, (edges) => {
      const layout = layOut(nodes, edges, gaps)
      const inside = layout.nodes.every(
        ({ x, y, width, height }) =>
          x - width / 2 >= -1e-6 &&
          x + width / 2 <= layout.width + 1e-6 &&
          y - height / 2 >= -1e-6 &&
          y + height / 2 <= layout.height + 1e-6,
      )
      const apart = layout.nodes.every((one) =>
        layout.nodes.every(
          (other) =>
            one === other || one.y !== other.y || Math.abs(one.x - other.x) >= one.width + gaps.beside - 1e-6,
        ),
      )
      return inside && apart
    }),
    { seed: 20000, numRuns: 100 },
  )
})

test('the same graph is laid out the same way', () => {
  const nodes = Array.from({ length: 10 }, (_, place) => box(`s${place}`))

  fc.assert(
    fc.property(graph, (edges) => {
      assert.deepEqual(layOut(nodes, edges, gaps), layOut(nodes, edges, gaps))
    }),
    { seed: 20000, numRuns: 20 },
  )
})
