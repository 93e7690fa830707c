import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import styles from './Case.module.css'
import { CaseTabs } from './CaseTabs.tsx'
import { ReturnRate } from './Figures.tsx'
import { Wide } from './Wide.tsx'

/** The case read otherwise, and the figures that circulate. */
export function ScenariosPage() {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Page
      title={t('businessCase.scenarios')}
      trail={<To href={to.businessCase()}>{t('businessCase.title')}</To>}
      sentence={t('businessCase.scenariosSay')}
    >
      <CaseTabs />
      <EnglishNote />
      <Scenarios />
      <Section title={t('businessCase.claimRegister')} says={t('businessCase.claimRegisterSays')}>
        <Claims />
      </Section>
    </Page>
  )
}

function Scenarios() {
  const { t } = useTranslation()
  const format = useFormat()
  const { params } = useOrganization()
  const kept = useAsk('GET /api/organizations/:organization/case', { params, query: {} })
  const query = useAsk('GET /api/organizations/:organization/case/scenarios', { params })
  const currency = kept.data?.settings.currency ?? 'EUR'
  const money = (value: number) => format.money(value, currency)
  return (
    <Shown query={query}>
      {({ items }) => (
        <Wide label={t('businessCase.scenarios')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('businessCase.scenario')}</th>
                {(['npvP10', 'npvP50', 'npvP90', 'chance', 'npv', 'irr', 'payback'] as const).map((word) => (
                  <th key={word} scope="col" className="number">
                    {t(`businessCase.${word}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <th scope="row" lang="en">
                    {one.title}
                  </th>
                  <td className="number">{money(one.p10)}</td>
                  <td className="number">{money(one.p50)}</td>
                  <td className="number">{money(one.p90)}</td>
                  <td className="number">{format.percent(one.probabilityPositive)}</td>
                  <td className="number">{money(one.npv)}</td>
                  <td className={styles.words}>
                    <ReturnRate result={one} />
                  </td>
                  <td className={styles.words}>
                    {one.paybackYears === undefined
                      ? t('businessCase.never')
                      : t('businessCase.years', { years: format.number(one.paybackYears, 1) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Shown>
  )
}

function Claims() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/case/claims', { params })
  return (
    <Shown query={query}>
      {({ items }) => (
        <Wide label={t('businessCase.claimRegister')}>
          <table className={styles.table}>
            <thead>
              <tr>
                {(['claim', 'figure', 'attributedTo', 'status', 'because', 'use'] as const).map((word) => (
                  <th key={word} scope="col">
                    {t(`businessCase.${word}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((claim) => (
                <tr key={claim.id}>
                  <th scope="row" lang="en">
                    {claim.id}: {claim.says}
                  </th>
                  <td lang="en">{claim.figure}</td>
                  <td lang="en">{claim.attributedTo}</td>
                  <td>{t(`businessCase.${claim.status}`)}</td>
                  <td lang="en">{claim.because}</td>
                  <td lang="en">{claim.use}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Shown>
  )
}
