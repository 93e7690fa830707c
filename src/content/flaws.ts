import { normalise, ProcessModel } from './process.ts'

/** What makes a model unusable although its form is right; `at` is the path of the place in its file. */
export type Flaw = Readonly<{ at: readonly (string | number)[]; says: string }>

/** A process model that can be used: its form is right and it has no flaws. */
export const SoundModel = ProcessModel.superRefine((model, context) => {
  for (const { at, says } of flaws(model)) {
    context.addIssue({ code: 'custom', path: [...at], message: says })
  }
})

/** Every flaw of a model, with what to do; empty for a sound one. */
export function flaws(model: ProcessModel): Flaw[] {
  return [...unknownStates(model), ...unreachable(model), ...words(model), ...twice(model), ...ends(model)]
}

/** States that are named somewhere and are none of the model's; each is told once, where it first stands. */
function unknownStates(model: ProcessModel): Flaw[] {
  const ids = new Set(model.states.map(({ id }) => id))
  const named = [
    ...model.initial.map((id, place) => ({ id, at: ['initial', place] })),
    ...model.final.map((id, place) => ({ id, at: ['final', place] })),
    ...model.transitions.flatMap(({ from, to }, place) => [
      { id: from, at: ['transitions', place, 'from'] },
      { id: to, at: ['transitions', place, 'to'] },
    ]),
    ...(['tools', 'codes'] as const).flatMap((part) =>
      Object.entries(model[part]).flatMap(([tool, own]) =>
        Object.entries(own).map(([word, id]) => ({ id, at: [part, tool, word] })),
      ),
    ),
  ].filter(({ id }) => !ids.has(id))
  const first = new Map(named.toReversed().map(({ id, at }) => [id, at]))
  return [...first].map(([id, at]) => ({
    at,
    says: `${id} is not a state of the model. Name one that is, or add it under states.`,
  }))
}

function unreachable(model: ProcessModel): Flaw[] {
  const reached = new Set(model.initial)
  for (const id of reached) {
    for (const { from, to } of model.transitions) if (from === id) reached.add(to)
  }
  return model.states.flatMap(({ id }, place) =>
    reached.has(id)
      ? []
      : [
          {
            at: ['states', place],
            says: `${id} cannot be reached. Add a transition that leads to it, name it under initial, or take it out.`,
          },
        ],
  )
}

function words({ states, ambiguous }: ProcessModel): Flaw[] {
  const said = states.flatMap(({ id, synonyms }, place) => [
    { word: normalise(id), at: ['states', place, 'id'] },
    ...synonyms.map((word, nth) => ({ word: normalise(word), at: ['states', place, 'synonyms', nth] })),
  ])
  const known = said.map(({ word }) => word)
  return said.flatMap(({ word, at }, place) => [
    ...(known.indexOf(word) === place
      ? []
      : [{ at, says: `"${word}" stands for two states or is listed twice. Leave it in one place.` }]),
    ...(Object.hasOwn(ambiguous, word)
      ? [{ at, says: `"${word}" is ambiguous. Take it out here, or under ambiguous.` }]
      : []),
  ])
}

function twice({ transitions }: ProcessModel): Flaw[] {
  const steps = transitions.map(({ from, to }) => `${from}>${to}`)
  return steps.flatMap((step, place) =>
    steps.indexOf(step) === place
      ? []
      : [{ at: ['transitions', place], says: `${step} is listed twice. Take one out.` }],
  )
}

function ends(model: ProcessModel): Flaw[] {
  return (['initial', 'final'] as const).flatMap((end) =>
    model[`strict_${end}`].flatMap((id, place) =>
      model[end].includes(id)
        ? []
        : [
            {
              at: [`strict_${end}`, place],
              says: `${id} is not under ${end}, and the stricter ideal may not allow more. Add it there, or take it out.`,
            },
          ],
    ),
  )
}
