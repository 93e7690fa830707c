import { TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import type { KpiDetail } from './kpi-view.ts'
import styles from './Monitoring.module.css'
import { useSayers } from './use-sayers.ts'

type Month = KpiDetail['months'][number]

/** Every month with part and whole, and how it was judged; below, what newer collections say otherwise. */
export function Months({ kpi }: Readonly<{ kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { writerOf } = useSayers()
  const columns = useMemo((): readonly Column<Month>[] => {
    const write = writerOf(kpi)
    const isShare = kpi.answers === 'share'
    return [
      {
        key: 'month',
        head: t('evidence.month'),
        cell: ({ period, isClosed }) =>
          isClosed ? format.month(period) : `${format.month(period)} (${t('monitoring.open1')})`,
        value: ({ period }) => period,
        isName: true,
        width: 170,
        grows: true,
      },
      {
        key: 'value',
        head: t('evidence.value'),
        cell: ({ number }) => (number === undefined ? t('ui.noData') : write(number)),
        value: ({ number }) => number,
        isNumber: true,
        width: 130,
      },
      ...(isShare
        ? [
            {
              key: 'part',
              head: t('evidence.part'),
              cell: ({ part }: Month) => (part === undefined ? '–' : format.number(part)),
              isNumber: true,
              width: 100,
            },
          ]
        : []),
      {
        key: 'n',
        head: t(isShare ? 'monitoring.whole' : 'evidence.casesHead'),
        cell: ({ n, whole }) => format.number(whole ?? n),
        value: ({ n }) => n,
        isNumber: true,
        width: 100,
      },
      {
        key: 'target',
        head: t('evidence.target'),
        cell: ({ judged }) => (judged ? <JudgedBy judged={judged} write={write} /> : '–'),
        width: 330,
      },
      {
        key: 'computed',
        head: t('monitoring.computedAt'),
        cell: ({ kept }) => <span title={kept.dataHash}>{format.day(kept.computedAt)}</span>,
        value: ({ kept }) => kept.computedAt,
        width: 130,
      },
    ]
  }, [kpi, t, format, writerOf])
  return (
    <>
      <DataTable
        label={t('evidence.allMonths')}
        rows={kpi.months.toReversed()}
        columns={columns}
        rowKey={({ period }) => period}
      />
      <Differing kpi={kpi} />
    </>
  )
}

type JudgedProps = Readonly<{ judged: NonNullable<Month['judged']>; write: (value: number) => string }>

function JudgedBy({ judged, write }: JudgedProps) {
  const { t } = useTranslation()
  const { isReached, target, isSetLater, changedTo } = judged
  const word = `${t(isReached ? 'monitoring.states.on target' : 'monitoring.states.off target')} (${write(target)})`
  return (
    <>
      {isReached === undefined ? (
        write(target)
      ) : (
        <Verdict tone={isReached ? 'conforming' : 'major'}>{word}</Verdict>
      )}{' '}
      <span className="second">
        {isSetLater && t('monitoring.setLater')}
        {changedTo !== undefined && t('monitoring.changedTo', { target: write(changedTo) })}
      </span>
    </>
  )
}

function Differing({ kpi }: Readonly<{ kpi: KpiDetail }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useSayers().writerOf(kpi)
  const months = kpi.months.filter(({ differs }) => differs !== undefined)
  if (months.length === 0) return null
  const say = ({ part, whole, value, n }: Month['kept']) =>
    part === undefined
      ? `${value === undefined ? t('ui.noData') : write(value)} (${t('ui.n', { n })})`
      : `${format.number(part)} / ${format.number(whole ?? 0)}`
  return (
    <>
      <h3>{t('monitoring.differing')}</h3>
      <p className="second">{t('monitoring.differingSays')}</p>
      <ul className={styles.items}>
        {months.map(({ period, kept, differs }) => (
          <li key={period}>
            {format.month(period)}:{' '}
            {t('monitoring.bothValues', { kept: say(kept), newer: differs ? say(differs) : '' })}
            <Correct kpi={kpi.kpi} period={period} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Correct({ kpi, period }: Readonly<{ kpi: string; period: string }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const correct = useChange('POST /api/organizations/:organization/monitoring/:kpi/corrections')
  const [reason, setReason] = useState('')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        correct.mutate(
          { params: { ...params, kpi }, body: { period, reason } },
          { onSuccess: () => say(t('monitoring.corrected')) },
        )
      }}
    >
      <TextInput
        label={t('monitoring.whyCorrect')}
        required
        withAsterisk={false}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Trouble error={correct.error} />
      <div>
        <Act type="submit" isBusy={correct.isPending} whyNot={whyNot('write registers')}>
          {t('monitoring.correct')}
        </Act>
      </div>
    </form>
  )
}
