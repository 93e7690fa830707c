import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Mapping.module.css'
import { type Draft, keyOf, type View, withState } from './mapping-draft.ts'

type Row = View['states'][number]
type StatusesProps = Readonly<{ view: View; draft: Draft; set: (draft: Draft) => void }>

/** Every status of the tool, and the state that it is read as. */
export function Statuses({ view, draft, set }: StatusesProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { whyNot } = useOrganization()
  const reason = whyNot('import tickets')
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'native',
        head: t('sources.native'),
        cell: ({ native }) => <span title={native}>{native}</span>,
        value: ({ native }) => native,
        isName: true,
        width: 200,
        grows: true,
      },
      {
        key: 'type',
        head: t('sources.type'),
        cell: ({ type }) => inWords(type),
        value: ({ type }) => inWords(type),
        filter: true,
        width: 160,
      },
      {
        key: 'count',
        head: t('sources.seen'),
        cell: ({ count }) => (count === undefined ? '–' : format.number(count)),
        value: ({ count }) => count,
        isNumber: true,
        width: 96,
      },
      {
        key: 'state',
        head: t('sources.readState'),
        cell: ({ type, native, state }) => (
          <select
            className={styles.inCell}
            aria-label={t('mapping.stateOf', { status: native, type: inWords(type) })}
            disabled={reason !== undefined}
            value={draft.mapping.states[type]?.[native] ?? state}
            onChange={(event) => set(withState(draft, type, native, event.currentTarget.value))}
          >
            {(view.knownStates[type] ?? []).map(({ id, meaning }) => (
              <option key={id} value={id} title={meaning}>
                {inWords(id)}
              </option>
            ))}
          </select>
        ),
        value: ({ type, native, state }) => inWords(draft.mapping.states[type]?.[native] ?? state),
        width: 230,
      },
      {
        key: 'by',
        head: t('sources.because'),
        cell: (row) => <Because row={row} draft={draft} set={set} />,
        value: ({ type, native, by }) =>
          t(`mapping.by.${draft.seen.has(keyOf(type, native)) ? 'person' : reasonOf(by)}`),
        filter: true,
        width: 270,
      },
    ],
    [t, format, view, draft, set, reason],
  )
  return (
    <DataTable
      scope="statuses"
      label={t('mapping.statuses')}
      rows={view.states}
      columns={columns}
      rowKey={({ type, native }) => keyOf(type, native)}
    />
  )
}

/** Why a status is read so; what was only proposed can be confirmed. */
function Because({ row, draft, set }: Readonly<{ row: Row; draft: Draft; set: (draft: Draft) => void }>) {
  const { t } = useTranslation()
  const { whyNot } = useOrganization()
  const { type, native, state, by } = row
  if (draft.seen.has(keyOf(type, native))) return <>{t('mapping.by.person')}</>
  if (by !== 'place') return <>{t(`mapping.by.${reasonOf(by)}`)}</>
  return (
    <span className={styles.because}>
      <Verdict tone="partially">{t('mapping.by.place')}</Verdict>
      <Act
        size="compact-xs"
        label={`${t('mapping.right')}: ${native}`}
        whyNot={whyNot('import tickets')}
        onClick={() => set(withState(draft, type, native, draft.mapping.states[type]?.[native] ?? state))}
      >
        {t('mapping.right')}
      </Act>
    </span>
  )
}

function reasonOf(by: string): 'name' | 'place' | 'person' {
  return by === 'name' || by === 'place' ? by : 'person'
}

function inWords(id: string): string {
  return id.replaceAll('_', ' ')
}
