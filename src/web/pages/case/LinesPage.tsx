import { Outlet, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { FileMenu } from '../../ui/FileMenu.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import type { BusinessCase } from './business-case.ts'
import styles from './Case.module.css'
import { CaseTabs } from './CaseTabs.tsx'
import { DeletedLines } from './DeletedLines.tsx'
import { LineTable } from './LineTable.tsx'
import { Wide } from './Wide.tsx'

/** Every line of cost and benefit by year, with its formula; which count, and what they may count twice. */
export function LinesPage() {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  const router = useRouter()
  const query = useAsk('GET /api/organizations/:organization/case', { params, query: {} })
  return (
    <Page
      title={t('businessCase.lines')}
      trail={<To href={to.businessCase()}>{t('businessCase.title')}</To>}
      sentence={query.data && <Sentence businessCase={query.data} />}
      actions={
        <>
          <To href={to.ownLineList}>{t('ownLines.open')}</To>
          {query.data?.lines.some(({ own }) => own) && (
            <FileMenu
              address={(format) =>
                addressOf('GET /api/organizations/:organization/case/own-line-list', {
                  params,
                  query: { format },
                })
              }
            />
          )}
          <Act
            whyNot={whyNot('write the business case')}
            onClick={() => router.history.push(to.ownLine('new'))}
          >
            {t('ownLines.add')}
          </Act>
        </>
      }
    >
      <CaseTabs />
      <EnglishNote />
      <Shown query={query}>
        {(businessCase) => (
          <>
            {(['cost', 'benefit'] as const).map((side) => (
              <Section key={side} title={t(side === 'cost' ? 'businessCase.costs' : 'businessCase.benefits')}>
                <LineTable businessCase={businessCase} side={side} />
              </Section>
            ))}
            <Overlaps businessCase={businessCase} />
            <Compare businessCase={businessCase} />
            <DeletedLines lines={businessCase.deleted} />
            <Outlet />
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ businessCase: { result, settings } }: Readonly<{ businessCase: BusinessCase }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!result) return null
  const sum = (flows: readonly number[]) =>
    format.money(
      flows.reduce((total, flow) => total + flow, 0),
      settings.currency,
    )
  return (
    <>
      {t('businessCase.linesSay', {
        cost: sum(result.cost),
        benefit: sum(result.benefit),
        years: settings.years,
      })}
    </>
  )
}

/** The overlap matrix as a list: pairs of lines that claim the same, and how that was settled. */
function Overlaps({ businessCase: { overlaps } }: Readonly<{ businessCase: BusinessCase }>) {
  const { t } = useTranslation()
  return (
    <Section
      title={t('businessCase.overlaps')}
      says={overlaps.length === 0 ? t('businessCase.overlapsNone') : undefined}
    >
      {overlaps.length > 0 && (
        <Wide label={t('businessCase.overlaps')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('businessCase.line')}</th>
                <th scope="col">{t('businessCase.claims')}</th>
                <th scope="col">{t('businessCase.settled')}</th>
              </tr>
            </thead>
            <tbody>
              {overlaps.map(({ titles, claims, settled }) => (
                <tr key={titles.join()}>
                  <th scope="row" lang="en">
                    {titles.join(' / ')}
                  </th>
                  <td lang="en">{claims.join('; ')}</td>
                  <td>{settled === '' ? t('businessCase.open') : settled}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Section>
  )
}

/** What the same things cost in a year with and without the programme. */
function Compare({ businessCase: { lines, settings } }: Readonly<{ businessCase: BusinessCase }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const money = (value: number) => format.money(value, settings.currency)
  const compared = lines.flatMap(({ id, title, without, amounts }) =>
    without === undefined || !amounts ? [] : [{ id, title, without, less: amounts.fullYear }],
  )
  if (compared.length === 0) return null
  return (
    <Section title={t('businessCase.compare')} says={t('businessCase.compareSays')}>
      <Wide label={t('businessCase.compare')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('businessCase.line')}</th>
              {(['without', 'withIt', 'difference'] as const).map((word) => (
                <th key={word} scope="col" className="number">
                  {t(`businessCase.${word}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {compared.map(({ id, title, without, less }) => (
              <tr key={id}>
                <th scope="row" lang="en">
                  {title}
                </th>
                <td className="number">{money(without)}</td>
                <td className="number">{money(without - less)}</td>
                <td className="number">{money(-less)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Section>
  )
}
