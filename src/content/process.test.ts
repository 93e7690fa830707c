import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { normalise, ProcessModel, replay, stateOf, steps, variantDeviations } from './process.ts'

const folder = new URL('../../content/processes/', import.meta.url)
const standards = new URL('../../content/standards/', import.meta.url)
const checks = new URL('../../content/checks/', import.meta.url)

const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
const models = files.map((file) => ProcessModel.parse(parse(readFileSync(new URL(file, folder), 'utf8'))))
const finished = { finished: true }
const ideal = { finished: true, strict: true }

function model(id: string): ProcessModel {
  const found = models.find((candidate) => candidate.id === id)
  assert(found, `there is no process model ${id}`)
  return found
}

/** Everything that deviates in a finished case, in the notation of the examples. */
function deviations(of: ProcessModel, trace: readonly string[], strictness = finished): string[] {
  const { wrongStart, wrongSteps, wrongEnd } = replay(of, trace, strictness)
  return [
    ...(wrongStart ? [`start ${wrongStart}`] : []),
    ...wrongSteps,
    ...(wrongEnd ? [`end ${wrongEnd}`] : []),
  ]
}

/** Runs one assertion per model and says in the failure which model it was. */
function forEachModel(judge: (of: ProcessModel) => readonly string[]): void {
  const problems = models.flatMap((of) => judge(of).map((problem) => `${of.id}: ${problem}`))
  assert.deepEqual(problems, [])
}

test('there are 39 process models, each in a file named after it', () => {
  assert.equal(models.length, 39)
  assert.deepEqual(
    files,
    models.map((of) => `${of.id.replaceAll('_', '-')}.yaml`),
  )
})

test('every conforming example conforms, to the loosened reference and to the ideal', () => {
  const traces = models.flatMap((of) => of.examples.conforming)
  assert(traces.length >= 70)
  forEachModel((of) =>
    of.examples.conforming.flatMap((trace) => [...deviations(of, trace), ...deviations(of, trace, ideal)]),
  )
})

test('every model has a violating example, and each violates exactly as listed', () => {
  forEachModel((of) => {
    const { violating } = of.examples
    if (violating.length === 0) return ['has no violating example']
    return violating
      .filter(({ trace, violations }) => deviations(of, trace).join() !== violations.join())
      .map(({ reason }) => `"${reason}" violates otherwise`)
  })
})

test('what the loosening forgave conforms now and still violates the ideal as listed', () => {
  const forgiven = models.flatMap((of) => of.examples.strict_violating)
  assert(forgiven.length >= 10)
  forEachModel((of) =>
    of.examples.strict_violating
      .filter(
        ({ trace, violations }) =>
          deviations(of, trace).length > 0 || deviations(of, trace, ideal).join() !== violations.join(),
      )
      .map(({ reason }) => `"${reason}" is not forgiven, or violates the ideal otherwise`),
  )
})

test('the default paths of the tools conform, read in the tools own words', () => {
  assert(models.flatMap((of) => of.tool_paths).length >= 90)
  forEachModel((of) =>
    of.tool_paths.flatMap(({ tool, name, native, states, variant }) => {
      const read = native.map((word) => stateOf(of, word, tool) ?? `unknown ${word}`)
      const limits = variant === undefined ? undefined : of.variants[variant]
      if (variant !== undefined && !limits) return [`${tool} ${name}: there is no variant ${variant}`]
      const problems = [
        ...(read.join() === states.join() ? [] : [`reads as ${read.join(' > ')}`]),
        ...deviations(of, states),
        ...(limits ? variantDeviations(limits, states) : []),
      ]
      return problems.map((problem) => `${tool} ${name}: ${problem}`)
    }),
  )
})

test('the six common tools have a default path wherever tickets of the process live in them', () => {
  const everywhere = ['servicenow', 'jira', 'itop', 'glpi', 'otobo', 'rt']
  for (const id of ['incident', 'service_request', 'problem', 'change', 'complaint', 'security_incident']) {
    const tools = new Set(model(id).tool_paths.map((path) => path.tool))
    assert.deepEqual(
      everywhere.filter((tool) => !tools.has(tool)),
      [],
      id,
    )
  }
})

test('an example of a variant fits it, loosened and strict', () => {
  const { variants } = model('change')
  assert.deepEqual(Object.keys(variants), ['standard', 'normal', 'emergency'])
  for (const variant of Object.values(variants)) {
    assert.deepEqual(deviations(model('change'), variant.example, ideal), [])
    assert.deepEqual(variantDeviations(variant, variant.example), [])
    assert.deepEqual(variantDeviations(variant, variant.example, { strict: true }), [])
  }
})

test('a standard change that waits for a decision, or a normal one that skips it in the ideal, is told', () => {
  const { standard, normal } = model('change').variants
  assert(standard && normal)

  assert.deepEqual(variantDeviations(standard, ['submitted', 'awaiting_approval', 'approved']), [
    'reached awaiting_approval',
  ])
  assert.deepEqual(
    variantDeviations(normal, ['submitted', 'implementing', 'review', 'closed'], { strict: true }),
    [
      'never reached assessing',
      'never reached awaiting_approval',
      'never reached approved',
      'took submitted>implementing',
    ],
  )
})

test('a repeated state is one visit, unless the model lets it step to itself', () => {
  const incident = model('incident')
  const problem = model('problem')

  const handedOver = replay(incident, ['new', 'assigned', 'assigned', 'closed'], finished)
  const edited = replay(problem, ['new', 'new', 'closed'], finished)

  assert.deepEqual(handedOver, { conforms: false, wrongSteps: ['assigned>closed'], fitness: 1 - 1 / 5 })
  assert.deepEqual(edited, { conforms: false, wrongSteps: ['new>closed'], fitness: 1 - 1 / 3 })
})

test('fitness counts wrong start, steps and end over steps plus two; the end only when finished', () => {
  const incident = model('incident')
  const trace = ['closed', 'new', 'in_progress']

  assert.deepEqual(replay(incident, trace, finished), {
    conforms: false,
    wrongStart: 'closed',
    wrongSteps: ['closed>new'],
    wrongEnd: 'in_progress',
    fitness: 1 - 3 / 4,
  })
  assert.equal(replay(incident, trace, { finished: false }).fitness, 1 - 2 / 4)
  assert.equal(replay(incident, ['new'], { finished: false }).fitness, 1)
})

test('steps are those of the reference asked for', () => {
  assert(steps(model('problem')).has('resolved>closed'))
  assert(!steps(model('problem'), { strict: true }).has('resolved>closed'))
})

test('a word is read whatever its case and punctuation, and the tool decides where tools differ', () => {
  const incident = model('incident')

  assert.equal(normalise('  Pending_Auto-Close+ '), 'pending auto close')
  assert.equal(stateOf(incident, 'AWAITING  User-Info'), 'pending_customer')
  assert.equal(stateOf(incident, 'Open', 'jira'), 'new')
  assert.equal(stateOf(incident, 'open', 'rt'), 'in_progress')
  assert.equal(stateOf(incident, '2', 'servicenow'), 'in_progress')
  assert.equal(stateOf(incident, '2', 'glpi'), 'assigned')
  assert.equal(stateOf(model('change'), '-4', 'servicenow'), 'assessing')
})

test('an ambiguous word, a bare code, an error value and an unknown word are not guessed', () => {
  assert.equal(stateOf(model('incident'), 'open'), undefined)
  assert.equal(stateOf(model('incident'), '2'), undefined)
  assert.equal(stateOf(model('problem'), 'Unmatched Unmatched'), undefined)
  assert.equal(stateOf(model('incident'), 'constructor', 'jira'), undefined)
})

const requirementFiles = existsSync(standards)
  ? readdirSync(standards, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))
  : []

test('the requirements that rules give evidence for exist', {
  skip: requirementFiles.length > 0 ? false : 'needs content/standards',
}, () => {
  const known = new Set(
    requirementFiles.flatMap((file) =>
      [...readFileSync(new URL(file, standards), 'utf8').matchAll(/^ *- id: (\S+)$/gm)].map(([, id]) => id),
    ),
  )
  forEachModel((of) =>
    of.rules.flatMap((rule) =>
      rule.requirements
        .filter((id) => !known.has(id))
        .map((id) => `${rule.id} names ${id}, which is not there`),
    ),
  )
})

test('a check that a rule names is there and says that it decides the rule', () => {
  forEachModel((of) =>
    of.rules.flatMap(({ id, check }) =>
      check.filter((one) => !decidesRule(one, id)).map((one) => `${one} does not decide ${id}`),
    ),
  )
})

function decidesRule(check: string, rule: string): boolean {
  const file = new URL(`${check.replace('.', '/')}.yaml`, checks)
  return existsSync(file) && parse(readFileSync(file, 'utf8')).rules?.includes(rule)
}

test('the 88 rules have ids of their own, and only what the standard asks for weighs more than a signal', () => {
  const rules = models.flatMap((of) => of.rules)
  const own = rules.filter((rule) => rule.requirements.length === 0)

  assert.equal(new Set(rules.map((rule) => rule.id)).size, 88)
  assert.equal(rules.length, 88)
  assert.deepEqual(
    own.filter((rule) => rule.severity !== 'signal' || !rule.basis).map((rule) => rule.id),
    [],
  )
  assert.deepEqual(
    ['INC-C7', 'CHG-C8', 'REQ-C2', 'REQ-C3'].map((id) => rules.find((rule) => rule.id === id)?.severity),
    ['signal', 'signal', 'signal', 'signal'],
  )
})
