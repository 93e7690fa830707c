import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Figure, Tile, Tiles } from '../../ui/Figure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Empty, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Hypotheses } from './Hypotheses.tsx'
import { Matrix } from './Matrix.tsx'
import { Reviews } from './Reviews.tsx'
import { Scorecard } from './Scorecard.tsx'
import styles from './Strategy.module.css'
import { StrategyOptions } from './StrategyOptions.tsx'
import { StrategyTabs } from './StrategyTabs.tsx'
import type { Strategy } from './strategy.ts'

type Named = Strategy['lists']['goalsWithoutService'][number]

/** What are services for? Goals, how well services serve them, where it does not fit, and what data say about beliefs. */
export function StrategyPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/strategy', { params })
  return (
    <Page title={t('shell.strategy')} sentence={query.data && <Sentence strategy={query.data} />}>
      <StrategyTabs />
      <Shown query={query}>
        {(strategy) =>
          strategy.goals.length === 0 ? (
            <>
              <Empty
                title={t('strategy.empty')}
                says={t('strategy.emptySays')}
                action={<To href={to.record('goals', 'new')}>{t('strategy.writeGoal')}</To>}
              />
              <Themes strategy={strategy} />
            </>
          ) : (
            <Answer strategy={strategy} />
          )
        }
      </Shown>
    </Page>
  )
}

function Sentence({ strategy }: Readonly<{ strategy: Strategy }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { alignment, goals, lists } = strategy
  if (goals.length === 0) return null
  const { score, ofServices, ofGoals } = alignment
  if (score === undefined || !ofServices || !ofGoals) return t('strategy.sayNoScore')
  const share = (value: number) => format.percent(value, 0)
  const count = lists.servicesWithoutGoal.length
  return [
    t('strategy.sayCoverage', {
      score: share(score),
      services: share(ofServices.share),
      goals: share(ofGoals.share),
    }),
    count === 0 ? t('strategy.sayNoGaps') : t('strategy.sayGaps', { count }),
  ].join(' ')
}

function Answer({ strategy }: Readonly<{ strategy: Strategy }>) {
  return (
    <>
      <Coverage strategy={strategy} />
      <Scorecard goals={strategy.goals} />
      <Matrix strategy={strategy} />
      <Misfits strategy={strategy} />
      <Hypotheses strategy={strategy} />
      <Reviews strategy={strategy} />
      <StrategyOptions />
      <Themes strategy={strategy} />
    </>
  )
}

function Coverage({ strategy: { alignment } }: Readonly<{ strategy: Strategy }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const { score, ofServices, ofGoals } = alignment
  const says = (covered: typeof ofServices) =>
    covered &&
    t('strategy.coverageSays', {
      reached: format.number(covered.reached),
      weight: format.number(covered.weight),
      n: covered.n,
    })
  const share = (value: number | undefined) => (value === undefined ? undefined : format.percent(value, 0))
  return (
    <Section title={t('strategy.coverage')}>
      <Tiles>
        <Tile name={t('strategy.coverage')} says={t('strategy.lower')}>
          <Figure value={share(score)} href={to.register('contributions')} />
        </Tile>
        <Tile name={t('strategy.coverageServices')} says={says(ofServices)}>
          <Figure
            value={share(ofServices?.share)}
            href={to.register('services')}
            origin={{ n: ofServices?.n }}
          />
        </Tile>
        <Tile name={t('strategy.coverageGoals')} says={says(ofGoals)}>
          <Figure value={share(ofGoals?.share)} href={to.register('goals')} origin={{ n: ofGoals?.n }} />
        </Tile>
      </Tiles>
      <details className={styles.small}>
        <summary>{t('strategy.formula')}</summary>
        <p>{t('strategy.formulaSays')}</p>
      </details>
    </Section>
  )
}

/** The lists in which goals, services, KPIs and initiatives do not fit. */
function Misfits({ strategy: { lists } }: Readonly<{ strategy: Strategy }>) {
  const { t } = useTranslation()
  return (
    <Section title={t('strategy.gaps')}>
      <div className={styles.columns}>
        <List
          title={t('strategy.servicesWithoutGoal')}
          register="services"
          rows={lists.servicesWithoutGoal}
        />
        <List title={t('strategy.goalsWithoutService')} register="goals" rows={lists.goalsWithoutService} />
        <List title={t('strategy.kpisWithoutOwner')} register="objectives" rows={lists.kpisWithoutOwner} />
        <List
          title={t('strategy.incompleteGoals')}
          register="goals"
          rows={lists.incompleteGoals}
          says={(id) => {
            const found = lists.incompleteGoals.find((goal) => goal.id === id)
            const what = found?.missing.map((one) => t(`strategy.missing.${one}`)).join(', ') ?? ''
            return t('strategy.isMissing', { what })
          }}
        />
        <List
          title={t('strategy.initiativesWithoutGoal')}
          register="initiatives"
          rows={lists.initiativesWithoutGoal}
        />
      </div>
    </Section>
  )
}

type ListProps = Readonly<{
  title: string
  register: string
  rows: readonly Named[]
  says?: (id: string) => string
}>

function List({ title, register, rows, says }: ListProps) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <section aria-label={title}>
      <h3>
        {title} ({rows.length})
      </h3>
      {rows.length === 0 ? (
        <p className="second">{t('strategy.nothing')}</p>
      ) : (
        <ul className={styles.plain}>
          {rows.map(({ id, number, title: name }) => (
            <li key={id}>
              {/* A KPI without a number is a measure that contributions name. */}
              <To href={to.record(number === '' ? 'contributions' : register, id)}>{name}</To>
              {says && <div className="second">{says(id)}</div>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Themes to begin with: one click makes a goal of one. */
function Themes({ strategy: { themes, goals } }: Readonly<{ strategy: Strategy }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const write = useChange('POST /api/organizations/:organization/registers/:register/records')
  const left = themes.filter(({ id }) => !goals.some(({ theme }) => theme === id))
  if (left.length === 0) return null
  const take = ({ id, title, perspective, clauses }: (typeof left)[number]) =>
    write.mutate(
      {
        params: { ...params, register: 'goals' },
        body: { data: { title, theme: id, perspective, clauses: [...clauses] } },
      },
      { onSuccess: () => say(t('strategy.taken', { title })) },
    )
  return (
    <Section title={t('strategy.themes')} says={t('strategy.themesSay')}>
      <EnglishNote />
      <Trouble error={write.error} />
      <ul className={styles.list}>
        {left.map((theme) => (
          <li key={theme.id}>
            <div lang="en">
              <strong>{theme.title}</strong>
              <p>{theme.says}</p>
              <p className="second">
                {theme.example} {theme.clauses.join(', ')}.{' '}
                {theme.measures.map(({ title }) => title).join(', ')}.
              </p>
            </div>
            <Act size="xs" whyNot={whyNot('write registers')} onClick={() => take(theme)}>
              {t('strategy.take')}
            </Act>
          </li>
        ))}
      </ul>
    </Section>
  )
}
