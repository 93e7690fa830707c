import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import type { Assignment as Row } from './adoption.ts'
import { Excuse } from './Excuse.tsx'

export const toneOfState = {
  passed: 'conforming',
  exempt: 'not_applicable',
  open: 'not_assessed',
  overdue: 'minor',
  'to talk about': 'partially',
} as const

/** Who has what to take; the exempt stand with their reason, and nobody's answers are shown. */
export function Assignments({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to, whyNot } = useOrganization()
  const [excused, setExcused] = useState<Row>()
  const forbidden = whyNot('manage adoption')
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'name',
        head: t('adoption.training.person'),
        cell: ({ name }) => name,
        value: ({ name }) => name,
        isName: true,
        width: 180,
        grows: true,
      },
      {
        key: 'unit',
        head: t('adoption.training.unit'),
        cell: ({ unit }) => unit,
        value: ({ unit }) => unit,
        filter: true,
        width: 150,
      },
      {
        key: 'course',
        head: t('adoption.training.course'),
        cell: ({ title }) => title,
        value: ({ title }) => title,
        filter: true,
        width: 230,
      },
      {
        key: 'state',
        head: t('adoption.training.state'),
        cell: ({ state, exempt }) => (
          <span title={exempt && `${exempt.because}, ${format.day(exempt.until)}`}>
            <Verdict tone={toneOfState[state]}>{t(`adoption.training.states.${state}`)}</Verdict>
          </span>
        ),
        value: ({ state }) => t(`adoption.training.states.${state}`),
        filter: true,
        width: 150,
      },
      {
        key: 'due',
        head: t('adoption.training.dueOn'),
        cell: ({ dueOn }) => format.day(dueOn),
        value: ({ dueOn }) => dueOn,
        width: 125,
      },
      {
        key: 'contractor',
        head: t('adoption.training.contractor'),
        cell: ({ isContractor }) => (isContractor ? t('adoption.training.yes') : '–'),
        value: ({ isContractor }) => (isContractor ? t('adoption.training.yes') : '–'),
        filter: true,
        width: 110,
      },
      {
        key: 'proof',
        head: t('adoption.training.proof'),
        cell: (row) =>
          row.certificate ? (
            <To href={to.certificate(row.certificate)}>{format.day(row.passedOn ?? '')}</To>
          ) : (
            <Act size="compact-sm" whyNot={forbidden} onClick={() => setExcused(row)}>
              {t('adoption.training.excuse')}
            </Act>
          ),
        value: ({ passedOn }) => passedOn,
        width: 150,
      },
    ],
    [t, format, to, forbidden],
  )
  return (
    <Section title={t('adoption.training.assignments')} says={t('adoption.training.assignmentsSays')}>
      <DataTable
        scope="assigned"
        label={t('adoption.training.assignments')}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
      />
      {excused && <Excuse row={excused} close={() => setExcused(undefined)} />}
    </Section>
  )
}
