import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { useSaid } from '../../ui/instrument.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './Adoption.module.css'
import type { GroupsProps } from './adoption.ts'
import { Bar } from './Bar.tsx'

const reachable = { tabIndex: 0 }

/** The index of each dimension, of the whole and of every group that may be shown. */
export function Dimensions({ survey, groups }: GroupsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useSaid()
  const [whole] = groups
  const shown = survey.dimensions.filter(({ id }) => whole?.dimensions.some((one) => one.id === id))
  return (
    <Section title={t('adoption.surveys.dimensions')} says={t('adoption.surveys.dimensionsSays')}>
      <section
        className={styles.scroller}
        aria-label={t('ui.table', { label: t('adoption.surveys.dimensions') })}
        {...reachable}
      >
        <table className={styles.bars}>
          <thead>
            <tr>
              <th scope="col">{t('adoption.surveys.dimension')}</th>
              <td />
              {groups.map(({ name, answered }) => (
                <th key={name} scope="col" className="number">
                  {name}
                  <br />
                  {t('ui.n', { n: answered })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">{said(name)}</th>
                <td>
                  <Bar share={(whole?.dimensions.find((one) => one.id === id)?.index ?? 0) / 100} />
                </td>
                {groups.map((group) => {
                  const found = group.dimensions.find((one) => one.id === id)
                  return (
                    <td key={group.name} className={styles.figure} title={found && t('ui.n', { n: found.n })}>
                      {found ? format.number(found.index, 0) : t('ui.noData')}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
