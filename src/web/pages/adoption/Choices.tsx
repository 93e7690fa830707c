import { useTranslation } from 'react-i18next'
import { useFormat } from '../../ui/format.ts'
import { useSaid } from '../../ui/instrument.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './Adoption.module.css'
import type { GroupsProps } from './adoption.ts'
import { Bar } from './Bar.tsx'

/** The answers to questions with a choice, of the whole. */
export function Choices({ survey, groups }: GroupsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useSaid()
  const [whole] = groups
  return survey.choices.map(({ id, text, choices }) => {
    const shares = whole?.choices[id]
    if (!shares) return null
    return (
      <Section key={id} title={said(text)}>
        <table className={styles.bars}>
          <thead className="unseen">
            <tr>
              <th scope="col">{t('adoption.surveys.answer')}</th>
              <th scope="col">{t('adoption.surveys.answers')}</th>
            </tr>
          </thead>
          <tbody>
            {choices.map((choice) => (
              <tr key={choice.id}>
                <th scope="row">{said(choice.text)}</th>
                <td>
                  <Bar share={shares[choice.id] ?? 0} />
                </td>
                <td className={styles.figure}>{format.percent(shares[choice.id] ?? 0, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    )
  })
}
