import { counted, percent } from '../figures/format.ts'
import { monthValue, targetOf } from '../figures/trend.ts'
import type { Programme } from '../programme-figures.ts'
import { missingText } from './opening.ts'
import { type Block, bodyBox, type ChartBlock, type Slide, sideSizes } from './slide.ts'
import { slideOf, teller } from './telling.ts'

const { x, y, w, h } = bodyBox

/** The roadmap over time: work packages as bars, agreed and likely days as marks. */
export function roadmapSlide({ matter, figures }: Programme): Slide {
  const { tell, tile, told } = teller(figures)
  const { roadmap } = matter
  if (!roadmap)
    return slideOf(
      { tell, tile, told },
      {
        id: 'roadmap',
        title: 'There is no roadmap yet',
        blocks: [
          missingText(
            'Accept remedies of gaps as work, say who has how much time, and plan: then dates stand here with the chance that they are kept.',
          ),
        ],
        source: '',
        says: 'A date without a plan behind it would be a wish.',
      },
    )
  const { tasks, risk } = roadmap.schedule
  const packages = [...Map.groupBy(tasks, ({ workPackage }) => workPackage)]
    .map(([label, all]) => ({
      label,
      from: all.map(({ start }) => start).toSorted()[0] ?? '',
      to:
        all
          .map(({ finish }) => finish)
          .toSorted()
          .at(-1) ?? '',
      isDriving: all.some(({ isDriving }) => isDriving),
    }))
    .toSorted((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
  const marks = [
    { label: 'half', on: risk.p50 },
    { label: 'four fifths', on: risk.p80 },
    ...risk.dates.map(({ title, on }) => ({ label: title, on })),
  ]
  return slideOf(
    { tell, tile, told },
    {
      id: 'roadmap',
      title: `${tell('plan.tasks')} tasks in ${packages.length} work packages: finished by ${tell('plan.p80')} in four of five courses`,
      blocks: [
        { kind: 'time', box: { x, y, w, h: h - 0.6 }, name: 'Work packages', rows: packages, marks },
        {
          kind: 'text',
          box: { x, y: y + h - 0.5, w, h: 0.5 },
          paragraphs: [
            {
              text: `From ${tell('plan.start')}, as planned until ${tell('plan.finish')}; half of the simulated courses end by ${tell('plan.p50')}. Full bars set the finish.`,
              quiet: true,
            },
          ],
          sizes: sideSizes,
        },
      ],
      source: `Roadmap, ${counted(risk.runs, 'simulated course')}, seed ${risk.seed}${roadmap.isStale ? '. Its inputs have changed since: plan anew before deciding' : ''}`,
      says: `${tell('plan.days')} person-days of work. A full bar lies on the chain of tasks and busy roles that sets the finish.`,
    },
  )
}

/** The agreed days, each with the chance that it is kept, and how the simulated courses end. */
export function datesSlide({ matter, figures }: Programme): readonly Slide[] {
  const { tell, tile, told } = teller(figures)
  const { roadmap } = matter
  if (!roadmap) return []
  const { dates, finishes, runs } = roadmap.schedule.risk
  const chance = tell('certificate.probability')
  return [
    slideOf(
      { tell, tile, told },
      {
        id: 'dates',
        title:
          chance === undefined
            ? 'No day of the certificate is agreed yet'
            : `The work is finished by ${tell('certificate.on')} with a chance of ${chance}`,
        blocks: [
          {
            kind: 'table',
            box: { x, y, w: 5.6, h },
            name: 'Agreed days',
            rows: [
              ['Agreed day', 'On', 'Planned', 'Chance'],
              ...dates.map(({ title, on, planned, probability }) => [
                title,
                on,
                planned ?? 'nothing to do',
                percent(probability),
              ]),
            ],
            widths: [1.9, 1.4, 1.4, 1],
            numbers: [3],
          },
          {
            kind: 'chart',
            box: { x: x + 5.9, y, w: w - 5.9, h },
            name: 'How the simulated courses end',
            alt: `Simulated courses by the week in which they are finished, from ${finishes[0]?.week} to ${finishes.at(-1)?.week}; ${runs} in all.`,
            form: 'columns',
            categories: finishes.map(({ week }) => week),
            series: [{ name: 'Simulated courses', values: finishes.map(({ count }) => count) }],
            format: '0',
            title: 'Simulated courses by week of their end',
          },
        ],
        source: `${counted(runs, 'simulated course')}, efforts drawn from least, likely and most`,
        says: `As planned the work ends on ${tell('plan.finish')}; half of the courses by ${tell('plan.p50')}, four fifths by ${tell('plan.p80')}. A plan is one course of many.`,
      },
    ),
  ]
}

/** The four KPIs in front, with values, targets and their months. */
export function kpiSlide({ matter, kpis, figures }: Programme): Slide {
  const { tell, tile, told } = teller(figures)
  const gap = 0.3
  const [width, height] = [(w - gap) / 2, (h - gap) / 2]
  const measured = kpis.filter(({ kpi }) => figures.has(`kpi.${kpi.id}`))
  const blocks = kpis.flatMap(({ kpi, measure }, place): Block[] => {
    const left = x + (place % 2) * (width + gap)
    const top = y + Math.floor(place / 2) * (height + gap)
    const value = tell(`kpi.${kpi.id}`)
    const head: Block = {
      kind: 'text',
      box: { x: left, y: top, w: width, h: 0.78 },
      paragraphs: [
        { text: `${kpi.title}: ${value ?? 'no value'}`, strong: true },
        {
          text:
            value === undefined
              ? (measure?.because ?? 'No measure computes it from tickets.')
              : `Target: ${kpi.target}`,
          quiet: true,
        },
      ],
      sizes: [14, 13, 12],
    }
    const chart = value === undefined ? [] : chartOf(kpi.title, measure)
    return [
      head,
      ...chart.map((one): Block => ({ ...one, box: { x: left, y: top + 0.8, w: width, h: height - 0.8 } })),
    ]
  })
  return slideOf(
    { tell, tile, told },
    {
      id: 'kpis',
      title: `Four figures tell whether it works; ${measured.length} of them are measured today`,
      blocks,
      source: matter.collected
        ? `Measures of pack ${matter.collected.packVersion} over tickets until ${matter.collected.dataUntil.slice(0, 10)}`
        : 'No tickets were read',
      says: 'Targets are suggestions of the library of KPIs until the organization sets its own. A KPI without a value has no chart: no data is never zero.',
    },
  )
}

function chartOf(
  title: string,
  measure: Programme['kpis'][number]['measure'],
): readonly Omit<ChartBlock, 'box'>[] {
  const points = measure?.points.filter((point) => monthValue(point) !== undefined) ?? []
  if (!measure || points.length < 2) return []
  const isShare = measure.answers === 'share'
  const target = targetOf(measure)
  return [
    {
      kind: 'chart',
      name: title,
      alt: `${title} by month, ${points[0]?.period} to ${points.at(-1)?.period}.`,
      form: 'lines',
      categories: points.map(({ period }) => period),
      series: [
        { name: title, values: points.map(monthValue) },
        ...(target === undefined ? [] : [{ name: 'Target', values: points.map(() => target) }]),
      ],
      format: isShare ? '0%' : '0.0',
    },
  ]
}
