import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { type Format, useFormat } from '../../ui/format.ts'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { VerdictBadge } from '../../ui/Verdict.tsx'
import type { CheckList, CheckRow } from './check-view.ts'
import { EvidenceFrame } from './EvidenceFrame.tsx'
import { NoEvidence } from './NoEvidence.tsx'
import { sayId } from './say-id.ts'

/** Every check with its verdict; the sentence counts them, each count leads to its checks. */
export function ChecksPage() {
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/checks', { params, query: { limit: 500 } })
  return (
    <Shown query={query}>
      {(list) => (
        <EvidenceFrame sentence={list.items.length > 0 && <Sentence list={list} />}>
          {list.items.length === 0 ? <NoEvidence /> : <Table list={list} />}
        </EvidenceFrame>
      )}
    </Shown>
  )
}

const verdicts = { fail: 'failing', pass: 'passing', inconclusive: 'undecided' } as const

function Sentence({ list: { items, collection } }: Readonly<{ list: CheckList }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <>
      {(['fail', 'pass', 'inconclusive'] as const).map((verdict, at) => {
        const count = items.filter((one) => one.verdict === verdict).length
        return (
          <span key={verdict}>
            {at > 0 && ', '}
            <To href={to.checks({ verdict })}>{t(`evidence.${verdicts[verdict]}`, { count })}</To>
          </span>
        )
      })}
      {collection && `. ${t('evidence.collected', collected(collection, format))}`}
    </>
  )
}

function collected(collection: NonNullable<CheckList['collection']>, format: Format) {
  const { number, period, collectedAt, collectedBy } = collection
  return {
    number,
    from: format.day(period.from),
    to: format.day(period.to),
    at: format.instant(collectedAt),
    by: collectedBy,
  }
}

function Table({ list }: Readonly<{ list: CheckList }>) {
  const { t } = useTranslation()
  const columns = useColumns(list)
  const rows = useMemo(() => list.items.toSorted((a, b) => rank(a) - rank(b)), [list])
  return (
    <DataTable
      label={t('evidence.checksTable')}
      rows={rows}
      columns={columns}
      rowKey={({ check }) => check}
    />
  )
}

const weights = { major: 0, minor: 1, signal: 2 } as const

/** What fails stands first, the heavier before the lighter; what found no data stands last. */
function rank({ verdict, severity, population }: CheckRow): number {
  if (verdict === 'fail') return weights[severity]
  if (verdict === 'inconclusive') return population === 0 ? 9 : 4
  return 5
}

function useColumns({ collection }: CheckList): readonly Column<CheckRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const period = collection?.period
  const counted = useCounted()
  return useMemo(
    (): readonly Column<CheckRow>[] => [
      {
        key: 'title',
        head: t('evidence.title'),
        cell: ({ check, title }) => (
          <To href={to.check(check)} title={title}>
            {title}
          </To>
        ),
        value: ({ title }) => title,
        isName: true,
        width: 240,
        grows: true,
      },
      {
        key: 'process',
        head: t('evidence.process'),
        cell: ({ process }) => sayId(process),
        value: ({ process }) => sayId(process),
        filter: true,
        width: 124,
      },
      {
        key: 'requirement',
        head: t('evidence.requirement'),
        cell: ({ requirements }) => requirements.join(', '),
        values: ({ requirements }) => requirements,
        filter: true,
        isHidden: true,
        width: 0,
      },
      {
        key: 'verdict',
        head: t('evidence.verdict'),
        cell: ({ verdict }) => <VerdictBadge verdict={verdict} />,
        value: ({ verdict }) => verdict,
        filter: (['fail', 'pass', 'inconclusive'] as const).map((value) => ({
          value,
          label: t(`scales.verdict.${value}`),
        })),
        width: 148,
      },
      {
        key: 'share',
        head: t('evidence.share'),
        cell: ({ check, share, threshold, interval, population }) => (
          <Figure
            value={share === undefined ? undefined : format.percentBeside(share, threshold)}
            href={to.check(check)}
            origin={{ n: population, period, interval, check }}
          />
        ),
        value: ({ share }) => share,
        isNumber: true,
        width: 80,
      },
      ...counted,
    ],
    [t, format, to, period, counted],
  )
}

/** What was counted, and what it is held against. */
function useCounted(): readonly Column<CheckRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    (): readonly Column<CheckRow>[] => [
      {
        key: 'met',
        head: t('evidence.meets'),
        cell: ({ met, population }) =>
          population === 0 ? (
            <span className="second">{t('ui.noData')}</span>
          ) : (
            t('ui.of', { part: met, whole: population })
          ),
        value: ({ population }) => population,
        isNumber: true,
        width: 136,
      },
      {
        key: 'interval',
        head: t('evidence.interval'),
        cell: ({ interval }) =>
          interval ? `${format.percent(interval.low)} – ${format.percent(interval.high)}` : '–',
        isNumber: true,
        width: 138,
      },
      {
        key: 'threshold',
        head: t('evidence.threshold'),
        cell: ({ threshold }) => `≥ ${format.percent(threshold)}`,
        value: ({ threshold }) => threshold,
        isNumber: true,
        width: 96,
      },
    ],
    [t, format],
  )
}
