import { monthValue, targetOf } from '../figures/trend.ts'
import type { Programme } from '../programme-figures.ts'
import { reasonOf } from '../reason.ts'
import type { Speech } from '../speech.ts'
import { headsOf, missingText } from './opening.ts'
import { type Block, bodyBox, type ChartBlock, type Slide, sideSizes } from './slide.ts'
import { slideOf, teller } from './telling.ts'

const { x, y, w, h } = bodyBox

/** The roadmap over time: work packages as bars, agreed and likely days as marks. */
export function roadmapSlide(programme: Programme): Slide {
  const { matter, speech } = programme
  const { say, many } = speech
  const own = teller(programme)
  const { roadmap } = matter
  if (!roadmap)
    return slideOf(own, {
      id: 'roadmap',
      title: say('way.none'),
      blocks: [missingText(say('way.missing'))],
      source: '',
      says: say('way.missing-says'),
    })
  const { tasks, risk } = roadmap.schedule
  const packages = packagesOf(tasks)
  const marks = [
    { label: say('way.half'), on: risk.p50 },
    { label: say('way.four-fifths'), on: risk.p80 },
    ...risk.dates.map(({ title, on }) => ({ label: title, on })),
  ]
  return slideOf(own, {
    id: 'roadmap',
    title: many('way.title', tasks.length, {
      ...own.places({ count: 'plan.tasks', p80: 'plan.p80' }),
      packages: packages.length,
    }),
    blocks: [
      { kind: 'time', box: { x, y, w, h: h - 0.6 }, name: say('way.name'), rows: packages, marks },
      {
        kind: 'text',
        box: { x, y: y + h - 0.5, w, h: 0.5 },
        paragraphs: [
          {
            text: say(
              'way.span',
              own.places({ start: 'plan.start', finish: 'plan.finish', p50: 'plan.p50' }),
            ),
            quiet: true,
          },
        ],
        sizes: sideSizes,
      },
    ],
    source: many(roadmap.isStale ? 'way.source-stale' : 'way.source', risk.runs, {
      seed: String(risk.seed),
    }),
    says: say('way.says', own.places({ days: 'plan.days' })),
  })
}

/** Work packages with their first and last days, in the order in which they begin. */
function packagesOf(tasks: NonNullable<Programme['matter']['roadmap']>['schedule']['tasks']) {
  return [...Map.groupBy(tasks, ({ workPackage }) => workPackage)]
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
}

/** The agreed days, each with the chance that it is kept, and how the simulated courses end. */
export function datesSlide(programme: Programme): readonly Slide[] {
  const { matter, speech } = programme
  const { say, many } = speech
  const own = teller(programme)
  const { roadmap } = matter
  if (!roadmap) return []
  const { dates, finishes, runs } = roadmap.schedule.risk
  const chance = own.tell('certificate.probability')
  const weeks = { from: speech.day(finishes[0]?.week ?? ''), to: speech.day(finishes.at(-1)?.week ?? '') }
  return [
    slideOf(own, {
      id: 'dates',
      title:
        chance === undefined
          ? say('dates.none')
          : say('dates.title', { ...own.places({ day: 'certificate.on' }), chance }),
      blocks: [
        {
          kind: 'table',
          box: { x, y, w: 5.6, h },
          name: say('dates.name'),
          rows: [
            headsOf(speech, 'dates.head', ['day', 'on', 'planned', 'chance']),
            ...dates.map(({ title, on, planned, probability }) => [
              title,
              speech.day(on),
              planned === undefined ? say('dates.nothing') : speech.day(planned),
              speech.percent(probability),
            ]),
          ],
          widths: [1.9, 1.4, 1.4, 1],
          numbers: [3],
        },
        {
          kind: 'chart',
          box: { x: x + 5.9, y, w: w - 5.9, h },
          name: say('dates.ends'),
          alt: many('dates.alt', runs, weeks),
          form: 'columns',
          categories: finishes.map(({ week }) => speech.day(week)),
          series: [{ name: say('dates.series'), values: finishes.map(({ count }) => count) }],
          format: '0',
          title: say('dates.chart'),
        },
      ],
      source: many('dates.source', runs),
      says: say('dates.says', own.places({ finish: 'plan.finish', p50: 'plan.p50', p80: 'plan.p80' })),
    }),
  ]
}

/** The four KPIs in front, with values, targets and their months. */
export function kpiSlide(programme: Programme): Slide {
  const { matter, kpis, figures, speech } = programme
  const { say } = speech
  const own = teller(programme)
  const gap = 0.3
  const [width, height] = [(w - gap) / 2, (h - gap) / 2]
  const measured = kpis.filter(({ kpi }) => figures.has(`kpi.${kpi.id}`))
  const blocks = kpis.flatMap(({ kpi, measure }, place): Block[] => {
    const left = x + (place % 2) * (width + gap)
    const top = y + Math.floor(place / 2) * (height + gap)
    const value = own.tell(`kpi.${kpi.id}`)
    const head: Block = {
      kind: 'text',
      box: { x: left, y: top, w: width, h: 0.78 },
      paragraphs: [
        { text: say('kpis.value', { title: kpi.title, value: value ?? say('kpis.none') }), strong: true },
        {
          text:
            value === undefined
              ? reasonOf(measure?.because ?? say('kpis.unmeasured'), say)
              : say('kpis.target-of', { target: kpi.target }),
          quiet: true,
        },
      ],
      sizes: [14, 13, 12],
    }
    const chart = value === undefined ? [] : chartOf(kpi.title, measure, speech)
    return [
      head,
      ...chart.map((one): Block => ({ ...one, box: { x: left, y: top + 0.8, w: width, h: height - 0.8 } })),
    ]
  })
  return slideOf(own, {
    id: 'kpis',
    title: speech.many('kpis.title', kpis.length, { measured: measured.length }),
    blocks,
    source: matter.collected
      ? say('kpis.source', {
          version: matter.collected.packVersion,
          day: speech.day(matter.collected.dataUntil),
        })
      : say('kpis.no-tickets'),
    says: say('kpis.says'),
  })
}

function chartOf(
  title: string,
  measure: Programme['kpis'][number]['measure'],
  { say, month }: Speech,
): readonly Omit<ChartBlock, 'box'>[] {
  const points = measure?.points.filter((point) => monthValue(point) !== undefined) ?? []
  if (!measure || points.length < 2) return []
  const isShare = measure.answers === 'share'
  const target = targetOf(measure)
  const months = points.map(({ period }) => month(period))
  return [
    {
      kind: 'chart',
      name: title,
      alt: say('kpis.alt', { title, from: months[0] ?? '', to: months.at(-1) ?? '' }),
      form: 'lines',
      categories: months,
      series: [
        { name: title, values: points.map(monthValue) },
        ...(target === undefined ? [] : [{ name: say('kpis.target'), values: points.map(() => target) }]),
      ],
      format: isShare ? '0%' : '0.0',
    },
  ]
}
