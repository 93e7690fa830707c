import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { useAddress } from '../../ui/address.ts'
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
  const { said } = useAddress()
  const wanted = said.requirement
  const rows = useMemo(
    () => (wanted ? list.items.filter(({ requirements }) => requirements.includes(wanted)) : list.items),
    [list, wanted],
  )
  return (
    <DataTable
      label={t('evidence.checksTable')}
      rows={rows}
      columns={columns}
      rowKey={({ check }) => check}
      tools={<Requirements list={list} />}
    />
  )
}

/** A check may speak about several requirements, so this choice is beside those of the columns. */
function Requirements({ list }: Readonly<{ list: CheckList }>) {
  const { t } = useTranslation()
  const { said, say } = useAddress()
  const all = [...new Set(list.items.flatMap(({ requirements }) => requirements))].toSorted((a, b) =>
    a.localeCompare(b, undefined, { numeric: true }),
  )
  return (
    <select
      aria-label={t('ui.filterBy', { column: t('evidence.requirement') })}
      value={said.requirement ?? ''}
      data-set={said.requirement !== undefined}
      onChange={(event) => say({ requirement: event.currentTarget.value })}
    >
      <option value="">{t('evidence.requirement')}</option>
      {all.map((requirement) => (
        <option key={requirement}>{requirement}</option>
      ))}
    </select>
  )
}

function useColumns({ collection }: CheckList): readonly Column<CheckRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const period = collection?.period
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
        width: 300,
        grows: true,
      },
      {
        key: 'process',
        head: t('evidence.process'),
        cell: ({ process }) => sayId(process),
        value: ({ process }) => process,
        filter: true,
        width: 140,
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
        width: 136,
      },
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
        width: 140,
      },
      {
        key: 'share',
        head: t('evidence.share'),
        cell: ({ check, share, interval, population }) => (
          <Figure
            value={share === undefined ? undefined : format.percent(share)}
            href={to.check(check)}
            origin={{ n: population, period, interval, check }}
          />
        ),
        value: ({ share }) => share,
        isNumber: true,
        width: 96,
      },
      {
        key: 'interval',
        head: t('evidence.interval'),
        cell: ({ interval }) =>
          interval ? `${format.percent(interval.low)} – ${format.percent(interval.high)}` : '–',
        isNumber: true,
        width: 148,
      },
      {
        key: 'threshold',
        head: t('evidence.threshold'),
        cell: ({ threshold }) => `≥ ${format.percent(threshold)}`,
        value: ({ threshold }) => threshold,
        isNumber: true,
        width: 104,
      },
    ],
    [t, format, to, period],
  )
}
