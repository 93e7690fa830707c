import type { TFunction } from 'i18next'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import type { Training } from './adoption.ts'

type Row = Training['suggestions'][number]

/** What is needed and not assigned yet, each with its reason; all of it, or what is marked, is assigned at once. */
export function Suggestions({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const assign = useChange('POST /api/organizations/:organization/adoption/training')
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'name',
        head: t('adoption.training.person'),
        cell: ({ name }) => name,
        value: ({ name }) => name,
        isName: true,
        width: 180,
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
        width: 240,
      },
      {
        key: 'because',
        head: t('adoption.training.because'),
        cell: (row) => <span title={reasonOf(t, row)}>{reasonOf(t, row)}</span>,
        value: (row) => reasonOf(t, row),
        width: 300,
        grows: true,
      },
      {
        key: 'due',
        head: t('adoption.training.dueOn'),
        cell: ({ dueOn }) => format.day(dueOn),
        value: ({ dueOn }) => dueOn,
        width: 130,
      },
    ],
    [t, format],
  )
  const chosen = marked.size === 0 ? rows : rows.filter((row) => marked.has(keyOf(row)))
  const send = () =>
    assign.mutate(
      {
        params,
        body: {
          items: chosen.map((row) => ({
            person: row.person,
            course: row.course,
            dueOn: row.dueOn,
            because: reasonOf(t, row).slice(0, 500),
          })),
        },
      },
      {
        onSuccess: ({ assigned }) => {
          setMarked(new Set())
          say(t('adoption.training.assigned', { count: assigned }))
        },
      },
    )
  return (
    <Section
      title={t('adoption.training.suggested')}
      says={t('adoption.training.suggestedSays')}
      actions={
        <Act isPrimary isBusy={assign.isPending} onClick={send} whyNot={whyNot('manage adoption')}>
          {t('adoption.training.assign', { count: chosen.length })}
        </Act>
      }
    >
      <Wrong error={assign.error} />
      <DataTable
        scope="suggested"
        label={t('adoption.training.suggested')}
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        marks={{ marked, setMarked }}
      />
    </Section>
  )
}

function keyOf({ person, course }: Row): string {
  return `${person} ${course}`
}

function reasonOf(t: TFunction, { because, isRepeat }: Row): string {
  const said = because.map(({ kind, of }) => t(`adoption.training.reasons.${kind}`, { of: of ?? '' }))
  return [...(isRepeat ? [t('adoption.training.repeat')] : []), ...said].join('; ')
}
