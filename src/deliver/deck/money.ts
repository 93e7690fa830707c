import { shortHash } from '#base/format.ts'
import type { Programme } from '../programme-figures.ts'
import { missingText } from './opening.ts'
import { bodyBox, type Slide } from './slide.ts'
import { slideOf, type Teller, teller } from './telling.ts'

const { x, y, w, h } = bodyBox
/** The inputs that a tornado shows; the rest moves less. */
const mostBars = 10

/** What it costs and brings, the range first. */
export function caseSlide(programme: Programme): Slide {
  const { businessCase, matter, speech } = programme
  const { say, many } = speech
  const own = teller(programme)
  if (!businessCase)
    return slideOf(own, {
      id: 'case',
      title: say('case.none'),
      blocks: [missingText(say(matter.businessCase ? 'case.lacking' : 'case.missing'))],
      source: '',
      says: say('case.missing-says'),
    })
  const { found, currency, years } = businessCase
  const thousands = (values: readonly number[]) => values.map((value) => value / 1000)
  const yearOf = (year: number) => say('case.year', { year: String(year) })
  const net = found.net.map((value, year) => `${yearOf(year)}: ${speech.count(value / 1000)}`)
  return slideOf(own, {
    id: 'case',
    title: many('case.title', years, {
      ...own.places({ low: 'case.npv.p10', high: 'case.npv.p90', positive: 'case.positive' }),
    }),
    blocks: [
      {
        kind: 'tiles',
        box: { x, y, w, h: 1.35 },
        tiles: [
          ...own.tile('case.npv.p50', say('case.middle')),
          ...own.tile('case.payback', say('case.payback')),
          ...own.tile('case.roi', many('case.return', years)),
          ...own.tile('case.npv.hard', say('case.hard')),
        ],
      },
      {
        kind: 'chart',
        box: { x, y: y + 1.5, w, h: h - 1.5 },
        name: say('case.name'),
        alt: say('case.alt', { currency, net: net.join(', ') }),
        form: 'columns',
        categories: found.net.map((_, year) => yearOf(year)),
        series: [
          { name: say('case.cost'), values: thousands(found.cost.map((value) => -value)) },
          { name: say('case.benefit'), values: thousands(found.benefit) },
          { name: say('case.sum'), values: thousands(found.cumulated), isLine: true },
        ],
        format: '#,##0',
        title: say('case.chart', { currency }),
      },
    ],
    source: many('case.source', found.spread.trials, {
      rate: speech.percent(found.rate),
      hash: shortHash(found.inputsHash),
    }),
    says: spoken(own),
  })
}

/** What is said to the case: its cost by year, and what there is of return and break-even. */
function spoken({ tell, places, speech: { say } }: Teller): string {
  return [
    say('case.says', places({ start: 'case.cost.start', later: 'case.cost.later' })),
    ...(tell('case.irr') === undefined ? [] : [say('case.says-irr', places({ irr: 'case.irr' }))]),
    ...(tell('case.break-even') === undefined
      ? []
      : [say('case.says-even', places({ share: 'case.break-even' }))]),
  ].join(' ')
}

/** What moves the value most. */
export function tornadoSlide(programme: Programme): readonly Slide[] {
  const { businessCase, speech } = programme
  if (!businessCase || businessCase.found.tornado.length === 0) return []
  const { say, many } = speech
  const own = teller(programme)
  const { found, currency } = businessCase
  const bars = found.tornado.slice(0, mostBars).toReversed()
  const moved = (value: number) => (value - found.npv) / 1000
  const first = found.tornado[0]
  const turning = found.tornado.filter(({ npvAtLow, npvAtHigh }) => npvAtLow < 0 !== npvAtHigh < 0)
  const swings = found.tornado
    .slice(0, 3)
    .map(({ title, swing }) => `${title} ${speech.count(swing / 1000)}`)
    .join(', ')
  return [
    slideOf(own, {
      id: 'tornado',
      title: say('tornado.title', { title: first?.title ?? '' }),
      blocks: [
        {
          kind: 'chart',
          box: { x, y, w, h },
          name: say('tornado.name'),
          alt: say('tornado.alt', { currency, swings }),
          form: 'tornado',
          categories: bars.map(({ title }) => title),
          series: [
            { name: say('tornado.low'), values: bars.map(({ npvAtLow }) => moved(npvAtLow)) },
            { name: say('tornado.high'), values: bars.map(({ npvAtHigh }) => moved(npvAtHigh)) },
          ],
          format: '#,##0',
          title: say('tornado.chart', { currency, ...own.places({ npv: 'case.npv' }) }),
        },
      ],
      source: many('tornado.source', bars.length, { hash: shortHash(found.inputsHash) }),
      says:
        turning.length === 0
          ? say('tornado.none')
          : say('tornado.some', { inputs: speech.listed(turning.map(({ title }) => title)) }),
    }),
  ]
}
