import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { AdoptionTabs } from './AdoptionTabs.tsx'
import { SendSurvey } from './SendSurvey.tsx'

type Row = Answered<'GET /api/organizations/:organization/adoption/surveys'>['items'][number]

/** The surveys that were sent, and a way to send one. */
export function SurveysPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const surveys = useAsk('GET /api/organizations/:organization/adoption/surveys', { params })
  const asking = useAsk('GET /api/organizations/:organization/adoption/instruments', { params })
  return (
    <Page title={t('adoption.surveys.title')} sentence={t('adoption.surveys.says')}>
      <AdoptionTabs />
      <Shown query={surveys}>
        {({ items }) =>
          items.length > 0 && (
            <Section title={t('adoption.surveys.sent')}>
              <Sent rows={items} />
            </Section>
          )
        }
      </Shown>
      <Shown query={asking}>
        {({ instruments, units }) => <SendSurvey instruments={instruments} units={units} />}
      </Shown>
    </Page>
  )
}

function Sent({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: 'title',
        head: t('adoption.surveys.name'),
        cell: ({ id, title }) => <To href={to.survey(id)}>{title}</To>,
        value: ({ title }) => title,
        isName: true,
        width: 240,
        grows: true,
      },
      {
        key: 'kind',
        head: t('adoption.surveys.kind'),
        cell: ({ kind }) => t(`adoption.surveys.kinds.${kind}`),
        value: ({ kind }) => t(`adoption.surveys.kinds.${kind}`),
        filter: true,
        width: 130,
      },
      {
        key: 'state',
        head: t('adoption.surveys.state'),
        cell: ({ isOver }) => (
          <Verdict tone={isOver ? 'conforming' : 'partially'}>
            {t(isOver ? 'adoption.surveys.over' : 'adoption.surveys.open')}
          </Verdict>
        ),
        value: ({ isOver }) => t(isOver ? 'adoption.surveys.over' : 'adoption.surveys.open'),
        width: 120,
      },
      {
        key: 'answered',
        head: t('adoption.surveys.answers'),
        cell: ({ answered, invited }) => t('ui.of', { part: answered, whole: invited }),
        value: ({ answered }) => answered,
        isNumber: true,
        width: 120,
      },
      {
        key: 'sent',
        head: t('adoption.surveys.sentOn'),
        cell: ({ sentAt }) => format.day(sentAt),
        value: ({ sentAt }) => sentAt,
        width: 130,
      },
      {
        key: 'closes',
        head: t('adoption.surveys.closesOn'),
        cell: ({ closesOn }) => format.day(closesOn),
        value: ({ closesOn }) => closesOn,
        width: 130,
      },
      {
        key: 'by',
        head: t('adoption.surveys.by'),
        cell: ({ sentBy }) => sentBy,
        value: ({ sentBy }) => sentBy,
        width: 150,
      },
    ],
    [t, format, to],
  )
  return (
    <DataTable label={t('adoption.surveys.sent')} rows={rows} columns={columns} rowKey={({ id }) => id} />
  )
}
