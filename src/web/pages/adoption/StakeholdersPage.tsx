import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { AdoptionTabs } from './AdoptionTabs.tsx'
import { AttitudeLine } from './AttitudeLine.tsx'
import type { Stakeholder } from './adoption.ts'
import { StakeholderMap } from './StakeholderMap.tsx'

/** The map of stakeholders, and who to talk to next. */
export function StakeholdersPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/adoption/stakeholders', { params })
  return (
    <Page
      title={t('adoption.stakeholders.title')}
      sentence={query.data && <Sentence items={query.data.items} />}
      actions={<To href={to.register('stakeholders')}>{t('adoption.stakeholders.register')}</To>}
    >
      <AdoptionTabs />
      <Shown query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title={t('adoption.stakeholders.none')}
              says={t('adoption.stakeholders.noneSays')}
              action={<To href={to.register('stakeholders')}>{t('adoption.stakeholders.register')}</To>}
            />
          ) : (
            <>
              <Section title={t('adoption.stakeholders.map')} says={t('adoption.stakeholders.mapSays')}>
                <StakeholderMap items={items} />
              </Section>
              <Section title={t('adoption.stakeholders.list')} says={t('adoption.stakeholders.privacy')}>
                <List rows={items} />
              </Section>
            </>
          )
        }
      </Shown>
    </Page>
  )
}

function Sentence({ items }: Readonly<{ items: readonly Stakeholder[] }>) {
  const { t } = useTranslation()
  const first = items.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0))[0]
  const overdue = items.filter(({ isOverdue }) => isOverdue).length
  return t('adoption.stakeholders.say', { count: overdue, first: first?.name ?? '–' })
}

function List({ rows }: Readonly<{ rows: readonly Stakeholder[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const columns = useMemo(
    (): readonly Column<Stakeholder>[] => [
      {
        key: 'name',
        head: t('adoption.stakeholders.name'),
        cell: ({ id, name }) => <To href={to.record('stakeholders', id)}>{name}</To>,
        value: ({ name }) => name,
        isName: true,
        width: 200,
        grows: true,
      },
      {
        key: 'quadrant',
        head: t('adoption.stakeholders.quadrant'),
        cell: ({ quadrant }) => t(`adoption.stakeholders.quadrants.${quadrant}`),
        value: ({ quadrant }) => t(`adoption.stakeholders.quadrants.${quadrant}`),
        filter: true,
        width: 170,
      },
      {
        key: 'attitude',
        head: t('adoption.stakeholders.now'),
        cell: ({ attitudeNow }) => (attitudeNow ? t(`adoption.stakeholders.attitudes.${attitudeNow}`) : '–'),
        value: ({ attitudeNow }) => (attitudeNow ? t(`adoption.stakeholders.attitudes.${attitudeNow}`) : '–'),
        width: 110,
      },
      {
        key: 'needed',
        head: t('adoption.stakeholders.needed'),
        cell: ({ attitudeNeeded }) =>
          attitudeNeeded ? t(`adoption.stakeholders.attitudes.${attitudeNeeded}`) : '–',
        width: 110,
      },
      {
        key: 'trend',
        head: t('adoption.stakeholders.trend'),
        cell: ({ attitudes, name }) => <AttitudeLine name={name} attitudes={attitudes} />,
        width: 130,
      },
      {
        key: 'priority',
        head: t('adoption.stakeholders.priority'),
        cell: ({ priority }) => (priority === undefined ? '–' : format.number(priority)),
        value: ({ priority }) => priority,
        isNumber: true,
        width: 100,
      },
      {
        key: 'contact',
        head: t('adoption.stakeholders.contact'),
        cell: ({ nextContact, isOverdue }) => {
          if (!nextContact) return '–'
          return isOverdue ? (
            <Verdict tone="minor">{format.day(nextContact)}</Verdict>
          ) : (
            format.day(nextContact)
          )
        },
        value: ({ nextContact }) => nextContact,
        width: 150,
      },
    ],
    [t, format, to],
  )
  return (
    <DataTable
      label={t('adoption.stakeholders.list')}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
    />
  )
}
