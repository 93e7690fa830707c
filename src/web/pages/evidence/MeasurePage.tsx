import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Chart } from '../../ui/Chart.tsx'
import type { ChartDefinition } from '../../ui/chart-definition.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { latestOf, type Measure, monthValue, type Point, reaches, useWriter } from '../../ui/measure-view.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'

/** One measure: its course month by month, what it counts, what it cannot see. */
export function MeasurePage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { measure: id = '' } = useParams({ strict: false }) as { measure?: string }
  const query = useAsk('GET /api/organizations/:organization/measures/:measure', {
    params: { ...params, measure: id },
  })
  return (
    <Shown query={query}>
      {(measure) => (
        <Page
          title={measure.title}
          trail={<To href={to.measures()}>{t('evidence.measures')}</To>}
          sentence={<Sentence measure={measure} />}
        >
          <EnglishNote />
          {latestOf(measure) ? (
            <>
              <Course measure={measure} />
              <Section title={t('evidence.allMonths')}>
                <Months measure={measure} />
              </Section>
            </>
          ) : (
            <Empty title={t('ui.noData')} says={measure.because} />
          )}
          <About measure={measure} />
        </Page>
      )}
    </Shown>
  )
}

function Sentence({ measure }: Readonly<{ measure: Measure }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useWriter(measure)
  const latest = latestOf(measure)
  if (!latest) return t('evidence.measureNothing', { because: measure.because ?? '' })
  const now = t('evidence.measureLatest', {
    value: write(latest.now),
    month: format.month(latest.period),
    n: latest.n,
  })
  const isReached = reaches(measure, latest.now)
  if (measure.target === undefined || isReached === undefined) return `${now} ${t('evidence.noTarget')}`
  const target = t(isReached ? 'evidence.reached' : 'evidence.missed', { target: write(measure.target) })
  return `${now} ${target}`
}

function Course({ measure }: Readonly<{ measure: Measure }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useWriter(measure)
  const definition = useMemo((): ChartDefinition => {
    const { points, target, title, unit } = measure
    const values = points.map(monthValue).filter((value) => value !== undefined)
    const good = values.filter((value) => reaches(measure, value)).length
    const finding =
      target === undefined
        ? title
        : t('evidence.measureFinding', { title, target: write(target), good, all: values.length })
    const [first, last] = [points[0]?.period, points.at(-1)?.period]
    return {
      kind: 'line',
      title: finding,
      says: t('evidence.measureSays', {
        unit,
        from: first ? format.month(first) : '',
        to: last ? format.month(last) : '',
      }),
      categories: points.map(({ period }) => format.month(period)),
      series: [
        {
          name: t('evidence.value'),
          values: points.map(monthValue),
          notes: points.map(({ n }) => t('ui.n', { n })),
        },
      ],
      ...(target === undefined ? {} : { target: { value: target, label: t('evidence.target') } }),
      write,
      categoryHead: t('evidence.month'),
    }
  }, [measure, write, t, format])
  return <Chart definition={definition} height={320} heading="h2" />
}

function Months({ measure }: Readonly<{ measure: Measure }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useWriter(measure)
  const isShare = measure.answers === 'share'
  const columns = useMemo(
    (): readonly Column<Point>[] => [
      {
        key: 'month',
        head: t('evidence.month'),
        cell: ({ period }) => format.month(period),
        value: ({ period }) => period,
        isName: true,
        width: 160,
        grows: true,
      },
      {
        key: 'value',
        head: t('evidence.value'),
        cell: (point) => {
          const value = monthValue(point)
          return value === undefined ? <span className="second">{t('ui.noData')}</span> : write(value)
        },
        value: monthValue,
        isNumber: true,
        width: 160,
      },
      ...(isShare
        ? [
            {
              key: 'part',
              head: t('evidence.part'),
              cell: ({ part }: Point) => (part === undefined ? '–' : format.number(part)),
              isNumber: true,
              width: 120,
            },
          ]
        : []),
      {
        key: 'n',
        head: t('evidence.casesHead'),
        cell: ({ n }) => format.number(n),
        value: ({ n }) => n,
        isNumber: true,
        width: 120,
      },
    ],
    [t, format, write, isShare],
  )
  return (
    <DataTable
      label={t('evidence.allMonths')}
      rows={measure.points.toReversed()}
      columns={columns}
      rowKey={({ period }) => period}
    />
  )
}

function About({ measure }: Readonly<{ measure: Measure }>) {
  const { t } = useTranslation()
  const write = useWriter(measure)
  const { claim, unit, direction, target, targetSource, aka, knownGaps, id, sqlHash, from } = measure
  return (
    <Section title={t('evidence.aboutMeasure')}>
      <div lang="en">
        <Facts
          facts={[
            { name: t('evidence.counts'), value: claim },
            { name: t('evidence.unit'), value: unit },
            { name: t('evidence.best'), value: t(`evidence.directions.${direction}`) },
            ...(target === undefined
              ? []
              : [
                  {
                    name: t('evidence.target'),
                    value: [write(target), targetSource].filter(Boolean).join(', '),
                  },
                ]),
            ...(aka.length > 0 ? [{ name: t('evidence.alsoCalled'), value: aka.join(', ') }] : []),
            { name: t('evidence.knownGaps'), value: knownGaps.join(' ') },
            { name: t('evidence.measureId'), value: <code>{id}</code> },
            from === 'registers'
              ? { name: t('evidence.source'), value: t('evidence.ofRegisters') }
              : { name: t('evidence.sqlHash'), value: <code>{sqlHash}</code> },
          ]}
        />
      </div>
    </Section>
  )
}
