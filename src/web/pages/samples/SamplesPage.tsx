import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Draw } from './Draw.tsx'

type Row = Answered<'GET /api/organizations/:organization/samples'>['items'][number]

const most = 500

/** The samples that were drawn, and a way to draw one's own. */
export function SamplesPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const samples = useAsk('GET /api/organizations/:organization/samples', { params, query: { limit: most } })
  const populations = useAsk('GET /api/organizations/:organization/populations', { params })
  return (
    <Page title={t('samples.title')} trail={<Back />} sentence={t('samples.says')}>
      <Shown query={populations}>
        {({ items, period }) =>
          items.length === 0 || period === undefined ? (
            <Empty title={t('samples.nothing')} says={t('samples.nothingSays')} />
          ) : (
            <Draw populations={items} period={period} />
          )
        }
      </Shown>
      <Shown query={samples}>
        {({ items }) =>
          items.length > 0 && (
            <Section title={t('samples.drawnSoFar')}>
              <Drawn rows={items} />
            </Section>
          )
        }
      </Shown>
    </Page>
  )
}

/** Auditors from outside come from the evidence room, all others from the evidence. */
function Back() {
  const { t } = useTranslation()
  const { organization, to } = useOrganization()
  return organization.permissions.includes('read evidence') ? (
    <To href={to.evidence}>{t('shell.evidence')}</To>
  ) : (
    <To href={to.room}>{t('shell.room')}</To>
  )
}

function Drawn({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'name',
        head: t('samples.name'),
        cell: ({ id, name }) => <To href={to.sample(id)}>{name}</To>,
        value: ({ name }) => name,
        isName: true,
        width: 220,
        grows: true,
      },
      {
        key: 'population',
        head: t('samples.population'),
        cell: ({ populationTitle }) => <span title={populationTitle}>{populationTitle}</span>,
        value: ({ populationTitle }) => populationTitle,
        filter: true,
        width: 240,
      },
      {
        key: 'size',
        head: t('samples.records'),
        cell: ({ size, populationSize }) => t('ui.of', { part: size, whole: populationSize }),
        value: ({ size }) => size,
        isNumber: true,
        width: 130,
      },
      {
        key: 'seed',
        head: t('samples.seed'),
        cell: ({ seed }) => (seed === undefined ? t('samples.judgement') : seed),
        value: ({ seed }) => seed,
        isNumber: true,
        width: 110,
      },
      {
        key: 'by',
        head: t('samples.by'),
        cell: ({ drawnBy }) => drawnBy,
        value: ({ drawnBy }) => drawnBy,
        width: 150,
      },
      {
        key: 'at',
        head: t('samples.at'),
        cell: ({ drawnAt }) => format.instant(drawnAt),
        value: ({ drawnAt }) => drawnAt,
        width: 180,
      },
      {
        key: 'hash',
        head: t('samples.hash'),
        cell: ({ sha256 }) => <code>{sha256.slice(0, 12)}</code>,
        value: ({ sha256 }) => sha256,
        width: 130,
      },
    ],
    [t, format, to],
  )
  return <DataTable label={t('samples.drawnSoFar')} rows={rows} columns={columns} rowKey={({ id }) => id} />
}
