import { readCatalogue } from '#content/catalogue.ts'
import { readKnowledge } from '#content/knowledge.ts'
import { readQuestions } from '#content/pack.ts'
import { purposeOf, type Requirement } from '#content/requirement.ts'

/** How far checks carry a requirement: every condition of conformity decided whole, spoken about, only hinted at, or not at all. */
type Reach = 'automated' | 'partial' | 'hinted at' | 'none'

const { requirements } = readCatalogue('content/standards/iso20000-1-2018')
const { checks, measures, facts } = readQuestions('content')
const rules = readKnowledge('content').models.flatMap((model) => model.rules)

function reachOf({ id, ticket_check: data }: Requirement): Reach {
  const speaking = checks.flatMap(({ about }) =>
    about.decides
      .filter(({ requirement }) => requirement === id)
      .map(({ condition }) => ({ purpose: about.purpose, condition })),
  )
  const numbers = data.conditions.flatMap((condition, place) =>
    purposeOf(condition, data) === 'conformity' ? [place + 1] : [],
  )
  const isDecided = (number: number) => speaking.some(({ condition }) => condition === number)
  if (numbers.length > 0 && numbers.every(isDecided)) return 'automated'
  if (speaking.some(({ purpose }) => purpose === 'conformity')) return 'partial'
  return speaking.length > 0 ? 'hinted at' : 'none'
}

function tally(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ')
}

const reached = requirements.map((requirement) => ({ requirement, reach: reachOf(requirement) }))
const automated = reached.filter(({ reach }) => reach === 'automated').map(({ requirement }) => requirement)
const questions = [...checks, ...measures]
const cases = [...questions, ...facts].reduce(
  (sum, one) => sum + Object.keys(one.cases?.cases ?? {}).length,
  0,
)

console.log(`requirements: ${requirements.length}: ${tally(reached.map(({ reach }) => reach).sort())}`)
console.log(
  `automated: ${tally(automated.map(({ criticality }) => criticality).sort())}; by tickets alone: ${
    automated.filter(({ ticket_check: data }) => data.possible === 'full').length
  }`,
)
console.log(`checks: ${checks.length}: ${tally(checks.map(({ about }) => about.purpose).sort())}`)
console.log(`measures: ${measures.length}`)
console.log(`facts: ${facts.length}`)
console.log(`rules decided: ${rules.filter(({ check }) => check.length > 0).length} of ${rules.length}`)
console.log(`cases: ${cases} on each engine`)
