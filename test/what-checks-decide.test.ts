import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { readCatalogue } from '#content/catalogue.ts'
import { readKnowledge } from '#content/knowledge.ts'
import { readQuestions } from '#content/pack.ts'
import type { Check } from '#content/question.ts'
import { type Condition, purposeOf } from '#content/requirement.ts'

const content = join(import.meta.dirname, '../content')
const { requirements } = readCatalogue(join(content, 'standards/iso20000-1-2018'))
const { checks } = readQuestions(content)
const rules = readKnowledge(content).models.flatMap((model) => model.rules)
const requirementOf = new Map(requirements.map((requirement) => [requirement.id, requirement]))
const ruleOf = new Map(rules.map((rule) => [rule.id, rule]))

/** What every check says about requirements, a row for each requirement it names. */
const decided = checks.flatMap(({ id, about }) =>
  about.decides.map((one) => ({ id, about, ...one, ticketCheck: ticketCheckOf(one.requirement) })),
)

/** The conditions that a check decides whole, with the condition itself where the number stands for one. */
const whole = decided.flatMap(({ condition, ...one }) =>
  condition === undefined
    ? []
    : [{ ...one, number: condition, condition: one.ticketCheck?.conditions[condition - 1] }],
)

/** Conditions that more than one check may decide, each with the reason; none needs it today. */
const sharedConditions: Readonly<Record<string, string>> = {}

function ticketCheckOf(requirement: string) {
  return requirementOf.get(requirement)?.ticket_check
}

/** False when a check lets more pass than the condition does; figures that are no share are not compared. */
function isAsStrict({ threshold }: Check, { bound, threshold: asked, unit }: Condition): boolean {
  if (asked === null || bound === undefined) return true
  if (unit === 'count') return asked !== 0 || threshold === 1
  if (unit !== 'share') return true
  return bound === 'at least' ? threshold >= asked : threshold >= 1 - asked
}

test('every requirement that a check names is there', () => {
  assert.deepEqual(
    decided.filter(({ ticketCheck }) => ticketCheck === undefined).map(({ id }) => id),
    [],
  )
})

test('no check speaks about a requirement that the catalogue says tickets cannot show', () => {
  assert.deepEqual(
    decided
      .filter(({ ticketCheck }) => ticketCheck?.possible === 'none')
      .map(({ id, requirement }) => `${id}: ${requirement}`),
    [],
  )
})

test('the number of a condition that a check decides whole stands for a condition', () => {
  assert.deepEqual(
    whole
      .filter(({ condition }) => condition === undefined)
      .map(({ id, requirement, number }) => `${id}: ${requirement} has no condition ${number}`),
    [],
  )
})

test('a check that decides a condition whole has the purpose of that condition', () => {
  assert.deepEqual(
    whole
      .filter(
        ({ about, condition, ticketCheck }) =>
          condition && ticketCheck && purposeOf(condition, ticketCheck) !== about.purpose,
      )
      .map(({ id, requirement, number }) => `${id}: ${requirement} condition ${number}`),
    [],
  )
})

test('a check that decides a condition whole lets no more pass than the condition does', () => {
  assert.deepEqual(
    whole
      .filter(({ about, condition }) => condition && !isAsStrict(about, condition))
      .map(({ id, about, condition }) => `${id}: ${about.threshold}, asked ${condition?.threshold}`),
    [],
  )
})

test('a requirement whose data show only targets or hints has no check of conformity', () => {
  assert.deepEqual(
    decided
      .filter(({ about }) => about.purpose === 'conformity')
      .filter(({ ticketCheck }) =>
        ticketCheck?.conditions.every((condition) => purposeOf(condition, ticketCheck) !== 'conformity'),
      )
      .map(({ id, requirement }) => `${id}: ${requirement}`),
    [],
  )
})

test('no two checks decide the same condition whole', () => {
  const names = whole.map(({ requirement, number }) => `${requirement} condition ${number}`)
  const repeated = names.filter((name, place) => names.indexOf(name) !== place)

  assert.deepEqual([...new Set(repeated)].sort(), Object.keys(sharedConditions).sort())
})

test('a target or a hint is never graver than a signal, and a check of conformity always is', () => {
  assert.deepEqual(
    checks
      .filter(({ about }) => (about.severity === 'signal') !== (about.purpose !== 'conformity'))
      .map(({ id }) => id),
    [],
  )
})

test('the path through states is a signal, because ISO/IEC 20000-1 prescribes no states', () => {
  const paths = checks.filter(({ sql }) => /\bfrom path\b/.test(sql))

  assert.ok(paths.length >= 7)
  assert.deepEqual(
    paths.filter(({ about }) => about.purpose !== 'signal').map(({ id }) => id),
    [],
  )
})

test('every rule that a check decides is there, and names the check', () => {
  const wrong = checks.flatMap(({ id, about }) =>
    about.rules
      .filter((rule) => !ruleOf.get(rule)?.check.includes(id))
      .map((rule) => `${rule} does not name ${id}`),
  )

  assert.deepEqual(wrong, [])
})

test('every check that a rule names is there, and decides the rule', () => {
  const wrong = rules.flatMap((rule) =>
    rule.check
      .filter((id) => !checks.find((check) => check.id === id)?.about.rules.includes(rule.id))
      .map((id) => `${id} does not decide ${rule.id}`),
  )

  assert.deepEqual(wrong, [])
})

test('a check that decides a rule speaks about a requirement of the rule, where the rule has one', () => {
  const wrong = checks.flatMap(({ id, about }) =>
    about.rules
      .map((rule) => ({ rule, named: ruleOf.get(rule)?.requirements ?? [] }))
      .filter(({ named }) => named.length > 0)
      .filter(({ named }) => !about.decides.some(({ requirement }) => named.includes(requirement)))
      .map(({ rule }) => `${id}: ${rule}`),
  )

  assert.deepEqual(wrong, [])
})
