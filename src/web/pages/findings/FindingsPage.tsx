import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { grades, gradeTone, type Row, states, stateTone } from './finding.ts'
import { RaiseForm } from './RaiseForm.tsx'

const sources = ['internal audit', 'external audit', 'check', 'complaint', 'signal', 'by hand'] as const

/** What was found, wherever it came from, and how far it has come. */
export function FindingsPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/findings', { params })
  return (
    <Page title={t('findings.title')} sentence={query.data && <Sentence rows={query.data.items} />}>
      <Shown query={query}>
        {({ items, mayRaise }) => (
          <>
            {items.length === 0 ? (
              <Empty title={t('findings.nothing')} says={t('findings.nothingSays')} />
            ) : (
              <Table rows={items} />
            )}
            {mayRaise && (
              <Fold title={t('findings.raise')} says={t('findings.raiseSays')}>
                <RaiseForm />
              </Fold>
            )}
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const open = rows.filter(({ state }) => state !== 'closed' && state !== 'rejected')
  const overdue = open.filter(({ overdueSince }) => overdueSince !== undefined).length
  const repeats = rows.filter((row) => row.repeats > 0).length
  if (rows.length === 0) return t('findings.saysNone')
  return [
    t('findings.saysOpen', { count: open.length, all: rows.length }),
    t('findings.saysOverdue', { count: overdue }),
    repeats > 0 ? t('findings.saysRepeats', { count: repeats }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function Table({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const columns = useColumns()
  return <DataTable label={t('findings.title')} rows={rows} columns={columns} rowKey={({ id }) => id} />
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'name',
        head: t('findings.number'),
        cell: ({ name }) => name,
        value: ({ number }) => number,
        width: 76,
      },
      {
        key: 'title',
        head: t('findings.what'),
        cell: ({ id, title }) => <To href={to.finding(id)}>{title}</To>,
        value: ({ title }) => title,
        isName: true,
        width: 200,
        grows: true,
      },
      {
        key: 'grade',
        head: t('findings.grade'),
        cell: ({ grade }) => <Verdict tone={gradeTone[grade]}>{t(`findings.grades.${grade}`)}</Verdict>,
        value: ({ grade }) => grade,
        order: ({ grade }) => grades.indexOf(grade),
        filter: grades.map((value) => ({ value, label: t(`findings.grades.${value}`) })),
        width: 186,
      },
      {
        key: 'state',
        head: t('findings.state'),
        cell: ({ state }) => <Verdict tone={stateTone(state)}>{t(`findings.states.${state}`)}</Verdict>,
        value: ({ state }) => state,
        order: ({ state }) => states.indexOf(state),
        filter: states.map((value) => ({ value, label: t(`findings.states.${value}`) })),
        width: 190,
      },
      {
        key: 'owner',
        head: t('findings.owner'),
        cell: ({ owner }) => owner?.name ?? <span className="second">{t('findings.nobody')}</span>,
        value: ({ owner }) => owner?.name ?? t('findings.nobody'),
        filter: true,
        width: 136,
      },
      {
        key: 'due',
        head: t('findings.next'),
        cell: ({ nextOn, overdueSince }) => {
          if (overdueSince !== undefined)
            return (
              <Verdict tone="major">{t('findings.lateSince', { day: format.day(overdueSince) })}</Verdict>
            )
          return nextOn === undefined ? '' : format.day(nextOn)
        },
        value: ({ nextOn, overdueSince }) => overdueSince ?? nextOn,
        width: 156,
      },
      {
        key: 'overdue',
        head: t('findings.overdue'),
        cell: () => '',
        value: ({ overdueSince }) => (overdueSince === undefined ? 'no' : 'yes'),
        filter: [{ value: 'yes', label: t('findings.overdue') }],
        isHidden: true,
        width: 0,
      },
      {
        key: 'requirements',
        head: t('findings.requirements'),
        cell: ({ requirements }) => requirements.join(', '),
        value: ({ requirements }) => requirements[0],
        values: ({ requirements }) => requirements,
        width: 100,
      },
      {
        key: 'source',
        head: t('findings.source'),
        cell: ({ source, sourceName }) => sourceName || t(`findings.sources.${source}`),
        value: ({ source }) => source,
        filter: sources.map((value) => ({ value, label: t(`findings.sources.${value}`) })),
        width: 110,
      },
    ],
    [t, format, to],
  )
}
