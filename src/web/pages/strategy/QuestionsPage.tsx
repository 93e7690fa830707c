import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import type { OrganizationLinks } from '../../links.ts'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { StrategyTabs } from './StrategyTabs.tsx'

type Executive = Answered<'GET /api/organizations/:organization/executive-questions'>
type Question = Executive['questions'][number]
type Figure = Question['figures'][number]

/** Where a figure comes from. */
const from: Readonly<Record<Figure['id'], (to: OrganizationLinks) => string>> = {
  volume: (to) => to.growth(),
  growth: (to) => to.growth(),
  'people-later': (to) => to.growth(),
  services: (to) => to.register('services', { state: 'live' }),
  extensions: (to) => to.register('services', { state: 'live' }),
  tools: (to) => to.technology,
  'tools-judged': (to) => to.technology,
  'shown-by-data': (to) => to.technology,
  'contracts-ending': (to) => to.technology,
  'options-open': (to) => to.register('technology-options'),
  'roles-filled': (to) => to.register('roles'),
  'competence-gaps': (to) => to.register('competence', { state: 'gap' }),
  training: (to) => to.training(),
  leadership: (to) => to.leadership,
  resistance: (to) => to.register('resistance'),
}

/** What executives ask before they decide, each question answered with figures of today. */
export function QuestionsPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/executive-questions', { params })
  return (
    <Page title={t('executive.title')} sentence={t('executive.says')}>
      <StrategyTabs />
      <Shown query={query}>
        {({ questions, years }) => (
          <>
            {questions.map((question) => (
              <Answer key={question.id} question={question} years={years} />
            ))}
          </>
        )}
      </Shown>
    </Page>
  )
}

function Answer({
  question: { id, figures, unknown },
  years,
}: Readonly<{ question: Question; years: number }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <Section title={t(`executive.asks.${id}`)} says={t(`executive.because.${id}`)}>
      <Facts
        facts={figures.map((figure) => ({
          name: t(`executive.figures.${figure.id}`, { years }),
          value: (
            <To href={from[figure.id](to)}>
              <Value figure={figure} />
            </To>
          ),
        }))}
      />
      {unknown > 0 && <p className="second">{t('executive.missing', { count: unknown })}</p>}
    </Section>
  )
}

function Value({ figure: { kind, value, of } }: Readonly<{ figure: Figure }>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (value === undefined) return t('executive.unknown')
  if (kind === 'share')
    return of === undefined
      ? format.percent(value, 1)
      : t('executive.over', { value: format.percent(value, 0), of: format.number(of) })
  if (of === undefined) return format.number(value, 0)
  const word = kind === 'people' ? 'executive.today' : 'executive.of'
  return t(word, { value: format.number(value, 0), of: format.number(of) })
}
