import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { type Answered, addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Adoption.module.css'
import { AdoptionTabs } from './AdoptionTabs.tsx'
import { Bar } from './Bar.tsx'

type Plan = Answered<'GET /api/organizations/:organization/adoption/communication'>

/** The communication plan: what is said next, what it lacks, whom it reached. */
export function CommunicationPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/adoption/communication', { params })
  return (
    <Page
      title={t('adoption.communication.title')}
      sentence={query.data && <Sentence plan={query.data} />}
      actions={
        <>
          <a
            href={addressOf('GET /api/organizations/:organization/adoption/communication/calendar', {
              params,
            })}
            download
          >
            {t('adoption.communication.calendar')}
          </a>
          <To href={to.register('communication')}>{t('adoption.communication.register')}</To>
        </>
      }
    >
      <AdoptionTabs />
      <Shown query={query}>
        {(plan) =>
          plan.items.length === 0 ? (
            <Empty
              title={t('adoption.communication.none')}
              says={t('adoption.communication.noneSays')}
              action={<To href={to.register('communication')}>{t('adoption.communication.register')}</To>}
            />
          ) : (
            <>
              <Section title={t('adoption.communication.messages')}>
                <Messages rows={plan.items} />
              </Section>
              {plan.audiences.length > 0 && <Audiences plan={plan} />}
              <Lacks plan={plan} />
            </>
          )
        }
      </Shown>
    </Page>
  )
}

function Sentence({ plan }: Readonly<{ plan: Plan }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const next = plan.items.find(({ state, on }) => state === 'planned' && on >= plan.on)
  return [
    next
      ? t('adoption.communication.sayNext', { title: next.title, day: format.day(next.on) })
      : t('adoption.communication.sayNothing'),
    plan.late.length > 0 ? t('adoption.communication.sayLate', { count: plan.late.length }) : '',
  ].join(' ')
}

function Messages({ rows }: Readonly<{ rows: Plan['items'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const columns = useMemo(
    (): readonly Column<Plan['items'][number]>[] => [
      {
        key: 'on',
        head: t('adoption.communication.on'),
        cell: ({ on, at }) => `${format.day(on)}${at ? ` ${at}` : ''}`,
        value: ({ on, at }) => `${on} ${at ?? ''}`,
        width: 150,
      },
      {
        key: 'title',
        head: t('adoption.communication.message'),
        cell: ({ id, title, message }) => (
          <To href={to.record('communication', id)} title={message}>
            {title}
          </To>
        ),
        value: ({ title, message }) => `${title} ${message}`,
        isName: true,
        width: 240,
        grows: true,
      },
      {
        key: 'audience',
        head: t('adoption.communication.audience'),
        cell: ({ audience }) => audience,
        value: ({ audience }) => audience,
        filter: true,
        width: 160,
      },
      {
        key: 'channel',
        head: t('adoption.communication.channel'),
        cell: ({ channel }) => <span title={channel}>{channel}</span>,
        value: ({ channel }) => channel,
        width: 170,
      },
      {
        key: 'state',
        head: t('adoption.communication.state'),
        cell: ({ state }) => t(`adoption.communication.states.${state as 'planned'}`),
        value: ({ state }) => t(`adoption.communication.states.${state as 'planned'}`),
        filter: true,
        width: 110,
      },
      {
        key: 'reach',
        head: t('adoption.communication.reach'),
        cell: ({ reach }) => (reach === undefined ? t('ui.noData') : format.percent(reach / 100, 0)),
        value: ({ reach }) => reach,
        isNumber: true,
        width: 110,
      },
    ],
    [t, format, to],
  )
  return (
    <DataTable
      label={t('adoption.communication.messages')}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
    />
  )
}

function Audiences({ plan }: Readonly<{ plan: Plan }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('adoption.communication.reached')} says={t('adoption.communication.reachedSays')}>
      <table className={styles.bars}>
        <thead>
          <tr>
            <th scope="col">{t('adoption.communication.audience')}</th>
            <td />
            <th scope="col" className="number">
              {t('adoption.communication.informed')}
            </th>
            <th scope="col" className="number">
              {t('adoption.communication.involved')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.audiences.map(({ audience, size, informed, involved }) => (
            <tr key={audience}>
              <th scope="row">{audience}</th>
              <td>
                <Bar share={informed / size} />
              </td>
              <td className={styles.figure} title={t('ui.of', { part: informed, whole: size })}>
                {format.percent(informed / size, 0)}
              </td>
              <td className={styles.figure} title={t('ui.of', { part: involved, whole: size })}>
                {format.percent(involved / size, 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Lacks({ plan }: Readonly<{ plan: Plan }>) {
  const { t } = useTranslation()
  if (plan.missing.length + plan.unprepared.length === 0) return null
  return (
    <Section title={t('adoption.communication.lacks')} says={t('adoption.communication.lacksSays')}>
      <ul>
        {plan.missing.map((occasion) => (
          <li key={occasion}>{t(`adoption.communication.occasions.${occasion as 'launch'}`)}</li>
        ))}
        {plan.unprepared.map(({ process, lacks }) => (
          <li key={`${process} ${lacks}`}>
            {process}: {t(`adoption.communication.occasions.${lacks as 'launch'}`)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
