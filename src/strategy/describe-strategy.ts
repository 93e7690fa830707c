import type { Library } from '#content/library.ts'
import type { StrategyContent } from '#content/strategy.ts'
import type { Collected } from '#evidence/collected.ts'
import { type Alignment, measureAlignment } from './alignment.ts'
import type { AlignmentReview } from './alignment-review-store.ts'
import { type Contribution, type Goal, type Named, progressOf } from './goal.ts'
import type { Strategy, WrittenHypothesis } from './goal-store.ts'
import { testHypothesis } from './hypothesis.ts'

/** What the page of strategy is made from. on: today, as an ISO day. */
export type StrategyMatter = Readonly<{
  strategy: Strategy
  collected: Pick<Collected, 'results' | 'measures'> | undefined
  reviews: readonly AlignmentReview[]
  library: Library
  content: StrategyContent
  on: string
}>

const formula =
  'coverage = sum(weight x strongest contribution / 3) / sum(weight). Contributions none, low, medium, high count 0, 1, 2, 3; services weigh 1 to 4 by criticality, goals 1 to 3 by priority, 2 where nothing is said. The score is the lower of the coverage of services and of goals.'

/** Goals with all that contributes to them, the coverage, its gaps, and hypotheses with what data say of them. */
export function describeStrategy(matter: StrategyMatter) {
  const { strategy, collected, reviews, library, content, on } = matter
  const alignment = measureAlignment(strategy)
  const titles = titlesOf(matter)
  const evidence = collected ?? { results: [], measures: [] }
  const next = reviews[0]?.nextOn
  return {
    goals: strategy.goals.map((goal) => goalView(goal, strategy, titles)),
    services: [...strategy.services],
    alignment: {
      score: alignment.score,
      ofServices: alignment.ofServices,
      ofGoals: alignment.ofGoals,
      formula,
    },
    lists: listsOf(alignment, titles),
    hypotheses: strategy.hypotheses.map((one) => ({
      ...hypothesisView(one, strategy.goals),
      isCheck: library.questions.checks.some(({ id }) => id === one.question),
      tested: testHypothesis(one, evidence),
    })),
    reviews: [...reviews],
    isReviewOverdue: next !== undefined && next < on,
    themes: content.themes.map((theme) => ({
      ...theme,
      measures: theme.measures.map((id) => ({ id, title: titles.get(id) ?? id })),
    })),
    questions: [
      ...library.questions.measures.map(({ id, about }) => ({
        id,
        title: about.title,
        unit: about.answers === 'share' ? '%' : about.unit,
      })),
      ...library.questions.checks.map(({ id, about }) => ({ id, title: about.title, unit: '%' })),
    ],
  }
}

function titlesOf({ strategy, library }: StrategyMatter): ReadonlyMap<string, string> {
  const { questions, catalogue } = library
  return new Map([
    ...[...strategy.services, ...strategy.objectives, ...strategy.initiatives].map(
      ({ id, title }) => [id, title] as const,
    ),
    ...catalogue.requirements.map(({ id, title }) => [id, title] as const),
    ...questions.measures.map(({ id, about }) => [id, about.title] as const),
    ...questions.checks.map(({ id, about }) => [id, about.title] as const),
  ])
}

function goalView(goal: Goal, { contributions, objectives }: Strategy, titles: ReadonlyMap<string, string>) {
  return {
    ...goal,
    progress: progressOf(goal),
    objectives: objectives.filter(({ goals }) => goals.includes(goal.id)).map(named),
    contributions: contributions
      .filter((one) => one.goal === goal.id)
      .map((one) => contributionView(one, titles)),
  }
}

function contributionView(
  { id, kind, what, strength, rationale }: Contribution,
  titles: ReadonlyMap<string, string>,
) {
  return { id, kind, what, title: titles.get(what) ?? what, strength, rationale }
}

function listsOf(alignment: Alignment, titles: ReadonlyMap<string, string>) {
  return {
    goalsWithoutService: alignment.goalsWithoutService.map(named),
    servicesWithoutGoal: [...alignment.servicesWithoutGoal],
    kpisWithoutOwner: alignment.kpisWithoutOwner.map((kpi) => ({
      ...named(kpi),
      title: titles.get(kpi.title) ?? kpi.title,
    })),
    initiativesWithoutGoal: alignment.initiativesWithoutGoal.map(named),
    incompleteGoals: alignment.incompleteGoals.map((goal) => ({
      ...named(goal),
      missing: [...goal.missing],
    })),
  }
}

function hypothesisView({ goal, ...written }: WrittenHypothesis, goals: readonly Goal[]) {
  const found = goals.find(({ id }) => id === goal)
  const { state: _, ...rest } = written
  return { ...rest, goal: found && named(found) }
}

function named({ id, number, title }: Named): Named {
  return { id, number, title }
}
