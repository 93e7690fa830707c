import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { placeOf, type Roadmap, type Schedule, type Task } from './roadmap.ts'

type TaskTableProps = Readonly<{ roadmap: Roadmap; schedule: Schedule }>

/** Every task with its dates, its room, and what it waits for. */
export function TaskTable({ roadmap, schedule }: TaskTableProps) {
  const { t } = useTranslation()
  const columns = useColumns(roadmap)
  return (
    <Section title={t('roadmap.tasks')}>
      <DataTable
        label={t('roadmap.tasks')}
        rows={schedule.tasks}
        columns={columns}
        rowKey={({ id }) => id}
        scope="tasks"
      />
    </Section>
  )
}

function useColumns({ baseline }: Roadmap): readonly Column<Task>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return useMemo(() => {
    const moved = new Map(baseline?.difference.moved.map((one) => [one.id, one.days]))
    const variance: readonly Column<Task>[] = baseline
      ? [
          {
            key: 'variance',
            head: t('roadmap.variance'),
            cell: ({ id }) => t('roadmap.varianceDays', { days: signed(moved.get(id) ?? 0) }),
            value: ({ id }) => moved.get(id) ?? 0,
            isNumber: true,
            width: 130,
          },
        ]
      : []
    const columns: readonly Column<Task>[] = [
      {
        key: 'id',
        head: t('roadmap.requirement'),
        cell: ({ id }) => <To href={placeOf(id, to)}>{id}</To>,
        value: ({ id }) => id,
        isName: true,
        width: 110,
      },
      {
        key: 'title',
        head: t('roadmap.task'),
        cell: ({ title, activity }) => (
          <span lang="en" title={activity}>
            {title}
          </span>
        ),
        value: ({ title }) => title,
        width: 220,
        grows: true,
      },
      english('role', t('roadmap.role'), ({ role }) => role, 170),
      {
        key: 'days',
        head: t('roadmap.likely'),
        cell: ({ effort }) => format.number(effort.likely, 2),
        value: ({ effort }) => effort.likely,
        isNumber: true,
        width: 80,
      },
      {
        key: 'start',
        head: t('roadmap.start'),
        cell: ({ start }) => format.day(start),
        value: ({ start }) => start,
        width: 120,
      },
      {
        key: 'finish',
        head: t('roadmap.finish'),
        cell: ({ finish }) => format.day(finish),
        value: ({ finish }) => finish,
        width: 120,
      },
      ...variance,
      {
        key: 'float',
        head: t('roadmap.float'),
        cell: ({ totalFloat }) => <span title={t('roadmap.floatSays')}>{format.number(totalFloat)}</span>,
        value: ({ totalFloat }) => totalFloat,
        isNumber: true,
        width: 110,
      },
      {
        key: 'held',
        head: t('roadmap.held'),
        cell: ({ held }) => t(`roadmap.heldBy.${held.by}`, { task: held.task ?? '' }),
        value: ({ held }) => `${held.by} ${held.task ?? ''}`,
        width: 210,
      },
      english('package', t('roadmap.package'), ({ workPackage }) => workPackage, 190),
    ]
    return columns
  }, [t, format, to, baseline])
}

/** A word of the catalogue, which is English, and may be filtered by. */
function english(key: string, head: string, value: (task: Task) => string, width: number): Column<Task> {
  const cell = (task: Task) => (
    <span lang="en" title={value(task)}>
      {value(task)}
    </span>
  )
  return { key, head, cell, value, filter: true, width }
}

function signed(days: number): string {
  return days > 0 ? `+${days}` : String(days)
}
