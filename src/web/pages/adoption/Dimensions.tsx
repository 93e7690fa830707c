import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { useSaid } from '../../ui/instrument.ts'
import { Section } from '../../ui/Page.tsx'
import type { GroupsProps } from './adoption.ts'
import { GroupTable } from './GroupTable.tsx'

/** The index of each dimension, of the whole and of every group that may be shown. */
export function Dimensions({ survey, groups }: GroupsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useSaid()
  const [whole] = groups
  const shown = survey.dimensions.filter(({ id }) => whole?.dimensions.some((one) => one.id === id))
  return (
    <Section title={t('adoption.surveys.dimensions')} says={t('adoption.surveys.dimensionsSays')}>
      <GroupTable
        label={t('adoption.surveys.dimensions')}
        head={t('adoption.surveys.dimension')}
        groups={groups}
        rows={shown.map(({ id, name }) => ({
          id,
          name: said(name),
          share: (whole?.dimensions.find((one) => one.id === id)?.index ?? 0) / 100,
          cell: ({ dimensions }) => {
            const found = dimensions.find((one) => one.id === id)
            return found
              ? { says: format.number(found.index, 0), hint: t('ui.n', { n: found.n }) }
              : { says: t('ui.noData') }
          },
        }))}
      />
    </Section>
  )
}
