import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useAddress } from '../../ui/address.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { type BusinessCase, type Result, readingOf } from './business-case.ts'
import { FlowChart, SpreadChart, TornadoChart } from './CaseCharts.tsx'
import { CaseTabs } from './CaseTabs.tsx'
import { Concerns } from './Concerns.tsx'
import { KeyFigures, LikelyFigures, Subtotals } from './Figures.tsx'
import { MustBeTrue } from './MustBeTrue.tsx'
import { Purposes } from './Purposes.tsx'
import { ReadingForm } from './ReadingForm.tsx'

/** Is it worth it, how sure are we, and what must be true? */
export function CasePage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const { said } = useAddress()
  const reading = readingOf(said)
  const query = useAsk('GET /api/organizations/:organization/case', { params, query: reading })
  if (!query.data)
    return (
      <Page title={t('businessCase.title')}>
        <Shown query={query}>{() => null}</Shown>
      </Page>
    )
  return <Answer businessCase={query.data} />
}

function Answer({ businessCase }: Readonly<{ businessCase: BusinessCase }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const { version, settings, result, concerns } = businessCase
  if (version === 0) return <Start businessCase={businessCase} />
  if (!result)
    return (
      <Page title={t('businessCase.title')}>
        <CaseTabs />
        <Empty
          title={t('businessCase.incomplete', {
            count: concerns.find(({ kind }) => kind === 'missing value')?.about.length ?? 0,
          })}
          action={<To href={to.assumptions()}>{t('businessCase.toAssumptions')}</To>}
        />
        <Concerns concerns={concerns} />
      </Page>
    )
  return (
    <Page
      title={t('businessCase.title')}
      sentence={<Sentence result={result} currency={settings.currency} />}
    >
      <CaseTabs />
      <EnglishNote />
      <KeyFigures result={result} settings={settings} />
      <Section
        title={t('businessCase.read')}
        says={t('businessCase.readSays', { trials: result.spread.trials })}
      >
        <ReadingForm />
      </Section>
      <SpreadChart result={result} settings={settings} />
      <Section title={t('businessCase.figures')} says={t('businessCase.figuresSays')}>
        <LikelyFigures result={result} settings={settings} />
      </Section>
      <Section title={t('businessCase.parts')} says={t('businessCase.partsSays')}>
        <Subtotals result={result} currency={settings.currency} />
        <Purposes businessCase={businessCase} />
      </Section>
      <FlowChart result={result} settings={settings} />
      <TornadoChart result={result} currency={settings.currency} />
      <Section title={t('businessCase.mustBeTrue')} says={t('businessCase.mustBeTrueSays')}>
        <MustBeTrue result={result} currency={settings.currency} />
      </Section>
      <Concerns concerns={concerns} />
    </Page>
  )
}

/** Says whether it pays: by the tenth percentile, then by the middle. */
function Sentence({ result, currency }: Readonly<{ result: Result; currency: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { p10, p50, p90, probabilityPositive } = result.spread
  const range = {
    p10: format.money(p10, currency),
    p90: format.money(p90, currency),
    chance: format.percent(probabilityPositive),
  }
  if (p10 > 0) return <>{t('businessCase.sayPays', range)}</>
  return <>{p50 > 0 ? t('businessCase.sayMay', range) : t('businessCase.sayDoesNot', range)}</>
}

function Start({ businessCase: { settings } }: Readonly<{ businessCase: BusinessCase }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const start = useChange('PUT /api/organizations/:organization/case')
  return (
    <Page title={t('businessCase.title')}>
      <Empty
        title={t('businessCase.nothing')}
        says={t('businessCase.nothingSays')}
        action={
          <>
            <Act
              isPrimary
              isBusy={start.isPending}
              whyNot={whyNot('write the business case')}
              onClick={() => start.mutate({ params, body: settings, ifMatch: 0 })}
            >
              {t('businessCase.start')}
            </Act>
            <Wrong error={start.error} />
          </>
        }
      />
    </Page>
  )
}
