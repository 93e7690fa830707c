import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage, languages } from '#base/language.ts'
import { useAsk } from '../../data/ask.ts'
import { type Answered, addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Download } from '../../ui/Download.tsx'
import { useFormat } from '../../ui/format.ts'
import { JobsInHand } from '../../ui/JobsInHand.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { Documented } from './Documented.tsx'
import { MadeFrom, SinceThen } from './MadeFrom.tsx'
import { MakeDocuments } from './MakeDocuments.tsx'

const kinds = ['documents'] as const

type Made = Answered<'GET /api/organizations/:organization/documents'>['items'][number]

/** The documents that can be made and what each is for, those that were made, and the evidence pack. */
export function DocumentsPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/documents', { params, query: { limit: 500 } })
  return (
    <Page title={t('shell.documents')} sentence={<Sentence latest={query.data?.items[0]} />}>
      <MakeDocuments />
      <Documented />
      <JobsInHand kinds={kinds} />
      <Shown query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('documents.none')} says={t('documents.noneSays')} />
          ) : (
            <Section title={t('documents.made')}>
              <Table rows={items} />
            </Section>
          )
        }
      </Shown>
      <Section title={t('documents.pack')} says={t('documents.packSays')}>
        <Pack />
      </Section>
    </Page>
  )
}

function Sentence({ latest }: Readonly<{ latest: Made | undefined }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return latest
    ? t('documents.says', { title: latest.title, at: format.instant(latest.madeAt), by: latest.madeBy })
    : t('documents.saysNone')
}

function Table({ rows }: Readonly<{ rows: readonly Made[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params } = useOrganization()
  const columns = useMemo(
    (): readonly Column<Made>[] => [
      {
        key: 'title',
        head: t('documents.title'),
        cell: ({ id, title }) => (
          <Download
            href={addressOf('GET /api/organizations/:organization/documents/:document', {
              params: { ...params, document: id },
            })}
          >
            {title}
          </Download>
        ),
        value: ({ title }) => title,
        isName: true,
        width: 280,
        grows: true,
      },
      {
        key: 'language',
        head: t('documents.language'),
        cell: ({ language }) => (isLanguage(language) ? languages[language] : ''),
        value: ({ language }) => language ?? '',
        width: 110,
      },
      {
        key: 'from',
        head: t('documents.from'),
        cell: (document) => <MadeFrom document={document} />,
        value: ({ snapshot }) => snapshot?.number ?? 0,
        width: 210,
      },
      {
        key: 'since',
        head: t('documents.sinceThen'),
        cell: (document) => <SinceThen document={document} />,
        value: ({ snapshot }) => snapshot?.changes ?? 0,
        width: 190,
        grows: true,
      },
      {
        key: 'at',
        head: t('documents.at'),
        cell: ({ madeAt }) => format.instant(madeAt),
        value: ({ madeAt }) => madeAt,
        width: 180,
      },
      {
        key: 'by',
        head: t('documents.by'),
        cell: ({ madeBy }) => madeBy,
        value: ({ madeBy }) => madeBy,
        width: 150,
      },
      {
        key: 'size',
        head: t('documents.size'),
        cell: ({ bytes }) => format.bytes(bytes),
        value: ({ bytes }) => bytes,
        isNumber: true,
        width: 96,
      },
      {
        key: 'hash',
        head: t('documents.hash'),
        cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 16)}</code>,
        width: 160,
      },
    ],
    [t, format, params],
  )
  return <DataTable label={t('documents.made')} rows={rows} columns={columns} rowKey={({ id }) => id} />
}

function Pack() {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const reason = whyNot('read the audit trail')
  if (reason) return <Act whyNot={reason}>{t('documents.packDo')}</Act>
  return (
    <div>
      <Download href={addressOf('GET /api/organizations/:organization/evidence-pack', { params })}>
        {t('documents.packDo')}
      </Download>
    </div>
  )
}
