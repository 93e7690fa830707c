import type { PlaybookText } from '#content/playbook.ts'
import { keyOfWords } from '#content/sentences.ts'
import { sayRole } from '../process-words.ts'
import type { Speech } from '../speech.ts'

/** What the pack says of the cycle, in the language: entries that the sentences do not know stand as they were written. */
export function cycleOf({ cycle }: PlaybookText, speech: Speech): PlaybookText['cycle'] {
  return cycle.map((one) => ({
    ...one,
    does: speech.known(`cycle.${one.step}.does`) ?? one.does,
    leaves: speech.known(`cycle.${one.step}.leaves`) ?? one.leaves,
    who: sayRole(one.who, speech),
    decides: sayRole(one.decides, speech),
  }))
}

/** The criteria by which opportunities are compared, by their place in the pack. */
export function criteriaOf({ criteria }: PlaybookText, { known }: Speech): PlaybookText['criteria'] {
  return criteria.map((one, at) => ({
    ...one,
    name: known(`criterion.${at + 1}.name`) ?? one.name,
    asks: known(`criterion.${at + 1}.asks`) ?? one.asks,
    none: known(`criterion.${at + 1}.none`) ?? one.none,
    full: known(`criterion.${at + 1}.full`) ?? one.full,
  }))
}

/** The forms to copy, by their place in the pack. */
export function formsOf({ forms }: PlaybookText, { known }: Speech): PlaybookText['forms'] {
  return forms.map((form, at) => ({
    ...form,
    title: known(`form.${at + 1}.title`) ?? form.title,
    for: known(`form.${at + 1}.for`) ?? form.for,
    fields: form.fields.map(({ name, hint }, place) => ({
      name: known(`form.${at + 1}.${place + 1}.name`) ?? name,
      hint: known(`form.${at + 1}.${place + 1}.hint`) ?? hint,
    })),
  }))
}

/** A state of a record in the language; one that is none of ours as it was written. */
export function sayState(state: string, { known }: Speech): string {
  return known(`state.${keyOfWords(state)}`) ?? state
}
