import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Problems } from '../../ui/Problems.tsx'
import { Shown } from '../../ui/States.tsx'
import styles from './Evidence.module.css'
import { EvidenceFrame } from './EvidenceFrame.tsx'
import { NoEvidence } from './NoEvidence.tsx'
import { sayId } from './say-id.ts'

type Quality = Answered<'GET /api/organizations/:organization/data-quality'>
type Fill = Quality['fill'][number]

/** What is wrong with the data, and how well the fields are filled that the checks need. */
export function QualityPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/data-quality', { params })
  return (
    <Shown query={query}>
      {(quality) => (
        <EvidenceFrame sentence={quality.importId && <Sentence quality={quality} />}>
          {quality.importId === undefined ? (
            <NoEvidence />
          ) : (
            <>
              {quality.problems.length > 0 && (
                <Section title={t('ui.problems')}>
                  <Problems problems={quality.problems} />
                </Section>
              )}
              <Section title={t('evidence.fill')} says={t('evidence.fillSays')}>
                <Filled rows={quality.fill} />
              </Section>
            </>
          )}
        </EvidenceFrame>
      )}
    </Shown>
  )
}

function Sentence({ quality: { problems, counts } }: Readonly<{ quality: Quality }>) {
  const { t } = useTranslation()
  const tickets = Object.entries(counts)
    .filter(([name]) => name.startsWith('ticket '))
    .reduce((sum, [, count]) => sum + count, 0)
  const kinds = problems.filter(({ level }) => level !== 'note').length
  return kinds === 0
    ? t('evidence.qualityClean', { tickets })
    : t('evidence.qualitySays', { count: kinds, tickets })
}

function Filled({ rows }: Readonly<{ rows: readonly Fill[] }>) {
  const { t } = useTranslation()
  const columns = useMemo(
    (): readonly Column<Fill>[] => [
      {
        key: 'field',
        head: t('evidence.field'),
        cell: ({ column }) => sayId(column),
        value: ({ column }) => column,
        isName: true,
        width: 200,
        grows: true,
      },
      {
        key: 'type',
        head: t('evidence.type'),
        cell: ({ type }) => sayId(type),
        value: ({ type }) => sayId(type),
        filter: true,
        width: 200,
      },
      {
        key: 'share',
        head: t('evidence.filled'),
        cell: ({ filled, of }) => <Bar share={of === 0 ? undefined : filled / of} />,
        value: ({ filled, of }) => (of === 0 ? undefined : filled / of),
        width: 280,
      },
      {
        key: 'count',
        head: t('evidence.tickets'),
        cell: ({ filled, of }) => t('ui.of', { part: filled, whole: of }),
        value: ({ of }) => of,
        isNumber: true,
        width: 180,
      },
    ],
    [t],
  )
  return (
    <DataTable
      scope="fill"
      label={t('evidence.fill')}
      rows={rows}
      columns={columns}
      rowKey={({ type, column }) => `${type} ${column}`}
    />
  )
}

function Bar({ share }: Readonly<{ share: number | undefined }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (share === undefined) return <span className="second">{t('ui.noData')}</span>
  return (
    <span className={styles.bar}>
      <span className={styles.track}>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span>{format.percent(share, 0)}</span>
    </span>
  )
}
