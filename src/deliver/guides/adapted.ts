import { canonical } from '#access/trail.ts'
import { capital, plain } from '#base/format.ts'
import type { ProcessModel } from '#content/process.ts'
import { type Sentences, say } from '#content/sentences.ts'
import type { Rows } from './rows.ts'

/** What the organization's own models have otherwise than the reference: each difference with its mark. */
export function differencesOf(
  own: readonly ProcessModel[],
  reference: readonly ProcessModel[],
  sentences: Sentences,
): Rows {
  return own.flatMap((model) => {
    const from = reference.find(({ id }) => id === model.id)
    return from === undefined || from === model ? [] : between(model, from, sentences)
  })
}

/** Whether only the organization has a step. */
export function isOwnStep(
  model: ProcessModel,
  reference: readonly ProcessModel[],
  step: Readonly<{ from: string; to: string }>,
): boolean {
  const from = reference.find(({ id }) => id === model.id)
  return (
    from !== undefined &&
    !from.transitions.some((one) => !one.added && one.from === step.from && one.to === step.to)
  )
}

function between(own: ProcessModel, reference: ProcessModel, sentences: Sentences): Rows {
  const [added, left, changed] = (['added', 'left', 'changed'] as const).map((mark) =>
    say(sentences, `adapted.${mark}`),
  )
  const row = (mark: string | undefined, what: string) => [mark ?? '', own.title, what]
  const state = (id: string) => say(sentences, 'adapted.state', { state: plain(id) })
  const step = ({ from, to }: Readonly<{ from: string; to: string }>) =>
    say(sentences, 'adapted.step', { from: plain(from), to: plain(to) })
  const ids = ({ states }: ProcessModel) => new Set(states.map(({ id }) => id))
  const steps = ({ transitions }: ProcessModel) =>
    new Map(transitions.filter((one) => !one.added).map((one) => [`${one.from}>${one.to}`, one]))
  const rules = (model: ProcessModel) => new Map(model.rules.map((rule) => [rule.id, rule]))
  const [here, there] = [steps(own), steps(reference)]
  const [ownRules, referenceRules] = [rules(own), rules(reference)]
  const rule = (id: string, says: string) => `${say(sentences, 'adapted.rule', { rule: id })}: ${says}`
  return [
    ...[...ids(own)].filter((id) => !ids(reference).has(id)).map((id) => row(added, state(id))),
    ...[...ids(reference)].filter((id) => !ids(own).has(id)).map((id) => row(left, state(id))),
    ...[...here]
      .filter(([key]) => !there.has(key))
      .map(([, one]) => row(added, `${step(one)} (${one.name})`)),
    ...[...there].filter(([key]) => !here.has(key)).map(([, one]) => row(left, `${step(one)} (${one.name})`)),
    ...[...ownRules]
      .filter(([id]) => !referenceRules.has(id))
      .map(([id, { description }]) => row(added, rule(id, description))),
    ...[...referenceRules]
      .filter(([id]) => !ownRules.has(id))
      .map(([id, { description }]) => row(left, rule(id, description))),
    ...[...ownRules]
      .filter(([id, one]) => referenceRules.has(id) && canonical(one) !== canonical(referenceRules.get(id)))
      .map(([id, { description }]) => row(changed, rule(id, description))),
    ...edges('start', own.strict_initial, reference.strict_initial),
    ...edges('end', own.strict_final, reference.strict_final),
  ]

  function edges(edge: 'start' | 'end', ours: readonly string[], theirs: readonly string[]): Rows {
    if (ours.join() === theirs.join()) return []
    const places = { own: ours.map(plain).join(', '), reference: theirs.map(plain).join(', ') }
    return [row(changed, capital(say(sentences, `adapted.${edge}`, places)))]
  }
}
