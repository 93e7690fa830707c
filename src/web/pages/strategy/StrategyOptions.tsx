import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useWordsOf } from '../../data/register-words.ts'
import { Act } from '../../ui/Act.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Strategy.module.css'

type Option = Answered<'GET /api/organizations/:organization/strategy-options'>['options'][number]

/** Ways to conformity as the pack proposes them; one click puts one into the register, where it is compared and chosen. */
export function StrategyOptions() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/strategy-options', { params })
  return (
    <Section
      title={t('executive.options')}
      says={t('executive.optionsSay')}
      actions={<To href={to.compareIn('strategy-options')}>{t('registers.compare')}</To>}
    >
      <EnglishNote />
      <Shown query={query}>{({ options }) => <Table options={options} />}</Shown>
    </Section>
  )
}

function Table({ options }: Readonly<{ options: readonly Option[] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const write = useChange('POST /api/organizations/:organization/registers/:register/records')
  const word = useWordsOf('strategy-options')
  const take = (option: Option) =>
    write.mutate(
      { params: { ...params, register: 'strategy-options' }, body: { data: dataOf(option) } },
      { onSuccess: () => say(t('strategy.taken', { title: option.title })) },
    )
  return (
    <div className={styles.wide}>
      <Trouble error={write.error} />
      <table className={`${styles.matrix} ${styles.stacked}`} aria-label={t('executive.options')}>
        <thead>
          <tr>
            {(['option', 'conditions', 'effort', 'months', 'risk'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`executive.heads.${head}`)}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{t('strategy.take')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {options.map((option) => (
            <tr key={option.id}>
              <th scope="row" lang="en">
                <strong>{option.title}</strong>
                <div className={styles.small}>{option.says}</div>
              </th>
              <td lang="en">
                <ul className={styles.plain}>
                  {option.conditions.map((condition) => (
                    <li key={condition}>{condition}</li>
                  ))}
                </ul>
              </td>
              <td>
                {option.effortDays
                  ? t('executive.days', {
                      low: format.number(option.effortDays.low),
                      high: format.number(option.effortDays.high),
                    })
                  : t('executive.unknown')}
              </td>
              <td>{option.months}</td>
              <td>
                {word(option.risk)}
                <div className={styles.small} lang="en">
                  {option.riskSays}
                </div>
              </td>
              <td>
                <Act
                  size="xs"
                  isBusy={write.isPending}
                  whyNot={whyNot('write registers')}
                  label={`${t('strategy.take')}: ${option.title}`}
                  onClick={() => take(option)}
                >
                  {t('strategy.take')}
                </Act>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The option as its register takes it; nobody has judged its conditions yet. */
function dataOf({ title, says, suits, conditions, effortDays, months, risk, riskSays }: Option) {
  return {
    title,
    says,
    suits,
    conditions: conditions.map((condition) => ({ condition, holds: 'not known' })),
    months,
    risk,
    risk_says: riskSays,
    ...(effortDays
      ? {
          effort_days_low: effortDays.low,
          effort_days: effortDays.likely,
          effort_days_high: effortDays.high,
        }
      : {}),
  }
}
