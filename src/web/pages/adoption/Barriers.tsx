import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { useSaid } from '../../ui/instrument.ts'
import { Section } from '../../ui/Page.tsx'
import { Trend } from '../../ui/Trend.tsx'
import type { GroupsProps } from './adoption.ts'
import { GroupTable } from './GroupTable.tsx'

/** What holds how many people back, group by group, and how the share of those who are ready goes over time. */
export function Barriers({ survey, groups }: GroupsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useSaid()
  const steps = [
    ...survey.dimensions.map(({ id, name }) => ({ id, name: said(name) })),
    { id: 'ready', name: t('adoption.surveys.ready') },
  ]
  const points = survey.rounds.map(({ sentAt, whole }) => ({
    when: format.day(sentAt),
    value: whole?.barriers?.ready,
    n: whole?.answered ?? 0,
  }))
  return (
    <Section title={t('adoption.surveys.barriers')} says={t('adoption.surveys.barriersSays')}>
      <GroupTable
        label={t('adoption.surveys.barriers')}
        head={t('adoption.surveys.step')}
        groups={groups}
        rows={steps.map(({ id, name }) => ({
          id,
          name,
          share: groups[0]?.barriers?.[id] ?? 0,
          cell: ({ barriers }) => ({
            says: barriers ? format.percent(barriers[id] ?? 0, 0) : t('ui.noData'),
          }),
        }))}
      />
      {points.length > 1 && (
        <div style={{ maxWidth: 420 }}>
          <h3>{t('adoption.surveys.trend')}</h3>
          <Trend
            label={t('adoption.surveys.trend')}
            points={points}
            write={(value) => format.percent(value, 0)}
          />
        </div>
      )}
    </Section>
  )
}
