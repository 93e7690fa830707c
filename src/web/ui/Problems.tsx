import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import type { Answered } from '../data/call.ts'
import { links } from '../links.ts'
import type { Column } from './column.ts'
import { DataTable } from './DataTable.tsx'
import { useFormat } from './format.ts'
import { To } from './To.tsx'
import { Verdict } from './Verdict.tsx'

type Problem = Answered<'GET /api/organizations/:organization/imports/:import'>['problemList'][number]

const tones: Readonly<Record<string, ToneName>> = {
  error: 'major',
  warning: 'partially',
  note: 'opportunity',
}

/** What was wrong in what was given to us: how often, and where first; each kind is explained in the guide. */
export function Problems({ problems }: Readonly<{ problems: readonly Problem[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = useMemo(
    (): readonly Column<Problem>[] => [
      {
        key: 'message',
        head: t('ui.problem'),
        cell: ({ message, code }) => (
          <To href={`${links.help('problems')}#${code.replaceAll(/[^a-z0-9]+/g, '-')}`} title={message}>
            {message}
          </To>
        ),
        value: ({ message }) => message,
        isName: true,
        width: 420,
        grows: true,
      },
      {
        key: 'level',
        head: t('ui.level'),
        cell: ({ level }) => (
          <Verdict tone={tones[level] ?? 'opportunity'}>
            {t(`scales.level.${level as 'error' | 'warning' | 'note'}`)}
          </Verdict>
        ),
        value: ({ level }) => level,
        filter: true,
        width: 120,
      },
      {
        key: 'count',
        head: t('ui.seen'),
        cell: ({ count }) => format.number(count),
        value: ({ count }) => count,
        isNumber: true,
        width: 90,
      },
      {
        key: 'place',
        head: t('ui.place'),
        cell: (problem) => <Place problem={problem} />,
        width: 320,
      },
    ],
    [t, format],
  )
  return (
    <DataTable
      label={t('ui.problems')}
      rows={problems}
      columns={columns}
      rowKey={({ code, file, column, message }) => `${code} ${file} ${column ?? ''} ${message}`}
    />
  )
}

function Place({ problem: { file, sample } }: Readonly<{ problem: Problem }>) {
  const { t } = useTranslation()
  const first = sample[0]
  const where = first?.line === undefined ? file : t('ui.line', { file: first.file, line: first.line })
  const said = [where, first?.ticket, first?.detail].filter(Boolean).join(', ')
  return <span title={said}>{said}</span>
}
