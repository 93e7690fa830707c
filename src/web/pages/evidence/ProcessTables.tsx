import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { type Format, useFormat } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import type { Process } from './process-view.ts'
import { sayId } from './say-id.ts'

type TableProps = Readonly<{ view: Process }>

/** How each team keeps to the model; a team leads to its own map. */
export function Teams({ view }: TableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  type Row = Process['teams'][number]
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'team',
        head: t('evidence.team'),
        cell: ({ team }) => <To href={to.process(view.process, { team })}>{team}</To>,
        value: ({ team }) => team,
        isName: true,
        width: 240,
        grows: true,
      },
      number('tickets', t('evidence.tickets'), ({ tickets }) => tickets, format),
      number('finished', t('evidence.finished'), ({ finished }) => finished, format),
      {
        key: 'fitting',
        head: t('evidence.follows'),
        cell: ({ fitting, finished }) =>
          finished === 0 ? t('ui.noData') : format.percent(fitting / finished),
        value: ({ fitting, finished }) => (finished === 0 ? undefined : fitting / finished),
        isNumber: true,
        width: 160,
      },
    ],
    [t, format, to, view.process],
  )
  return (
    <DataTable
      scope="teams"
      label={t('evidence.teams')}
      rows={view.teams}
      columns={columns}
      rowKey={({ team }) => team}
    />
  )
}

/** How often each state was entered and how long tickets stayed. */
export function Stays({ view }: TableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  type Row = Process['states'][number]
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'state',
        head: t('evidence.state'),
        cell: ({ state }) => sayId(state),
        value: ({ state }) => state,
        isName: true,
        width: 180,
      },
      {
        key: 'meaning',
        head: t('evidence.meaning'),
        cell: ({ meaning }) => (
          <span title={meaning} lang="en">
            {meaning ?? t('evidence.outside')}
          </span>
        ),
        width: 280,
        grows: true,
      },
      number('visits', t('evidence.visits'), ({ visits }) => visits, format),
      number('starts', t('evidence.starts'), ({ starts }) => starts, format),
      number('ends', t('evidence.ends'), ({ ends }) => ends, format),
      {
        key: 'median',
        head: t('evidence.medianStay'),
        cell: ({ medianMinutes }) => (medianMinutes === undefined ? '–' : format.duration(medianMinutes)),
        value: ({ medianMinutes }) => medianMinutes,
        isNumber: true,
        width: 140,
      },
    ],
    [t, format],
  )
  return (
    <DataTable
      scope="stays"
      label={t('evidence.waits')}
      rows={view.states}
      columns={columns}
      rowKey={({ state }) => state}
    />
  )
}

/** The whole paths that were taken most often. */
export function Variants({ view }: TableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  type Row = Process['variants'][number]
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'path',
        head: t('evidence.path'),
        cell: ({ path }) => <span title={sayPath(path)}>{sayPath(path)}</span>,
        isName: true,
        width: 480,
        grows: true,
      },
      number('count', t('evidence.tickets'), ({ count }) => count, format),
      {
        key: 'allowed',
        head: t('evidence.allowed'),
        cell: ({ isAllowed }) => (
          <Verdict tone={isAllowed ? 'conforming' : 'major'}>{t(isAllowed ? 'ui.yes' : 'ui.no')}</Verdict>
        ),
        width: 136,
      },
    ],
    [t, format],
  )
  return (
    <DataTable
      scope="paths"
      label={t('evidence.variants')}
      rows={view.variants}
      columns={columns}
      rowKey={({ path }) => path.join(' ')}
    />
  )
}

function sayPath(path: readonly string[]): string {
  return path.map(sayId).join(' → ')
}

function number<R>(key: string, head: string, of: (row: R) => number, format: Format): Column<R> {
  return { key, head, cell: (row) => format.number(of(row)), value: of, isNumber: true, width: 104 }
}
