import { counted, listed, percent, shortHash } from '../figures/format.ts'
import type { Programme } from '../programme-figures.ts'
import { missingText } from './opening.ts'
import { bodyBox, type Slide } from './slide.ts'
import { slideOf, teller } from './telling.ts'

const { x, y, w, h } = bodyBox
/** The inputs that a tornado shows; the rest moves less. */
const mostBars = 10

/** What it costs and brings, the range first. */
export function caseSlide({ businessCase, matter, figures }: Programme): Slide {
  const { tell, tile, told } = teller(figures)
  if (!businessCase)
    return slideOf(
      { tell, tile, told },
      {
        id: 'case',
        title: 'What it costs and brings is not computed yet',
        blocks: [
          missingText(
            matter.businessCase
              ? 'The business case lacks values that its lines need. Its page names them.'
              : 'No business case is set up. Set it up on the page Business case: its costs follow from the roadmap, its benefits from the tickets.',
          ),
        ],
        source: '',
        says: 'Without values there is no range, and a single number without a range would promise too much.',
      },
    )
  const { found, currency, years } = businessCase
  const thousands = (values: readonly number[]) => values.map((value) => value / 1000)
  return slideOf(
    { tell, tile, told },
    {
      id: 'case',
      title: `Worth between ${tell('case.npv.p10')} and ${tell('case.npv.p90')} over ${years} years, above zero in ${tell('case.positive')} of all trials`,
      blocks: [
        {
          kind: 'tiles',
          box: { x, y, w, h: 1.35 },
          tiles: [
            ...tile('case.npv.p50', 'net present value, middle of all trials'),
            ...tile('case.payback', 'payback, undiscounted'),
            ...tile('case.roi', `return over ${years} years, undiscounted`),
            ...tile('case.npv.hard', 'net present value without soft benefits'),
          ],
        },
        {
          kind: 'chart',
          box: { x, y: y + 1.5, w, h: h - 1.5 },
          name: 'Cash flow',
          alt: `Cash flow by year, likely values, in thousands of ${currency}: net ${found.net.map((value, year) => `year ${year} ${Math.round(value / 1000)}`).join(', ')}.`,
          form: 'columns',
          categories: found.net.map((_, year) => (year === 0 ? 'Year 0' : `Year ${year}`)),
          series: [
            { name: 'Cost', values: thousands(found.cost.map((value) => -value)) },
            { name: 'Benefit', values: thousands(found.benefit) },
            { name: 'Running sum', values: thousands(found.cumulated), isLine: true },
          ],
          format: '#,##0',
          title: `In thousands of ${currency}, every assumption at its likely value`,
        },
      ],
      source: `Business case, ${counted(found.spread.trials, 'trial')}, ${percent(found.rate)} a year, inputs ${shortHash(found.inputsHash)}`,
      says: `The year of implementation costs ${tell('case.cost.start')}, a later year ${tell('case.cost.later')} on average. ${tell('case.irr') === undefined ? '' : `The internal rate of return is ${tell('case.irr')}. `}${tell('case.break-even') === undefined ? '' : `${tell('case.break-even')} of the benefits have to come true for a value of zero.`}`,
    },
  )
}

/** What moves the value most. */
export function tornadoSlide({ businessCase, figures }: Programme): readonly Slide[] {
  if (!businessCase || businessCase.found.tornado.length === 0) return []
  const { tell, tile, told } = teller(figures)
  const { found, currency } = businessCase
  const bars = found.tornado.slice(0, mostBars).toReversed()
  const moved = (value: number) => (value - found.npv) / 1000
  const first = found.tornado[0]
  const turning = found.tornado.filter(({ npvAtLow, npvAtHigh }) => npvAtLow < 0 !== npvAtHigh < 0)
  return [
    slideOf(
      { tell, tile, told },
      {
        id: 'tornado',
        title: `“${first?.title}” moves the value most`,
        blocks: [
          {
            kind: 'chart',
            box: { x, y, w, h },
            name: 'What moves the value',
            alt: `Change of the net present value in thousands of ${currency} when one input moves from its low to its high value: ${found.tornado
              .slice(0, 3)
              .map(({ title, swing }) => `${title} ${Math.round(swing / 1000)}`)
              .join(', ')}.`,
            form: 'tornado',
            categories: bars.map(({ title }) => title),
            series: [
              { name: 'At its low value', values: bars.map(({ npvAtLow }) => moved(npvAtLow)) },
              { name: 'At its high value', values: bars.map(({ npvAtHigh }) => moved(npvAtHigh)) },
            ],
            format: '#,##0',
            title: `Thousands of ${currency} above or below the likely value of ${tell('case.npv')}`,
          },
        ],
        source: `Business case, inputs ${shortHash(found.inputsHash)}; each input moved alone, the ${bars.length} with the largest swing`,
        says:
          turning.length === 0
            ? 'No input alone turns the value below zero within its range.'
            : `Alone these can turn the value below zero within their range: ${listed(turning.map(({ title }) => title))}.`,
      },
    ),
  ]
}
