import { isDocumentNamed } from '#content/requirement.ts'
import { isAboutDocument, isNotYetExercised } from '../evidence-strength.ts'
import { spansThreeMonths } from '../span.ts'
import { isPractised } from '../statement.ts'
import { absence, type Judgement, type Matter } from './judgement.ts'

/** Step 1: does the condition of the requirement exist in the scope? */
export function judgeCondition({ requirement, statement, data }: Matter): Judgement {
  const step = 'condition'
  const { mode, condition } = requirement.applicability
  if (mode === 'always') {
    const because = 'This requirement cannot be left out when conformity is claimed.'
    const said =
      statement?.applies === false ? `${statement.who} says that it does not apply.` : 'It applies always.'
    return { step, said, because }
  }
  if (mode === 'on_event') {
    return {
      step,
      said: 'It applies when the event happens.',
      because: 'The rule must exist and be known before the event.',
    }
  }
  if (statement?.applies !== false) {
    return {
      step,
      said: `It applies if this exists: ${condition ?? 'see the requirement'}.`,
      because: 'Nobody said that the condition does not exist in the scope.',
    }
  }
  if (data.cases > 0) {
    const because = `The tickets hold ${data.cases} cases of it, so it is rated like any other.`
    return {
      step,
      said: `${statement.who} says that it does not apply.`,
      because,
      missing: ['a clarification: the tickets hold cases of what is said not to exist'],
    }
  }
  if (statement.comment === undefined) {
    const missing = ['a written reason why the requirement does not apply']
    return {
      step,
      said: `${statement.who} says that it does not apply.`,
      because: 'Not applicable needs a written reason.',
      settles: 'not_assessed',
      missing,
    }
  }
  return {
    step,
    said: `${statement.who} says that it does not apply: ${statement.comment}`,
    because: 'The condition does not exist, the reason is written, and no ticket speaks against it.',
    settles: 'not_applicable',
  }
}

/** Step 2: is there any rule, plan or practice at all? */
export function judgeRule(matter: Matter): Judgement {
  const { requirement, statement, data } = matter
  const step = 'rule'
  if (statement?.practice === 'none' && data.passing.length > 0) {
    const missing = ['a clarification: the tickets show a practice that the statement denies']
    return {
      step,
      said: `${statement.who} says that there is none, and the tickets show a practice.`,
      because: 'A practice without a rule is met in part; ask again.',
      atMost: 'partially',
      missing,
    }
  }
  if (statement?.practice === 'none') {
    const missing = ['a rule, plan or practice']
    return {
      step,
      said: `${statement.who} says that there is none.`,
      because: `Total absence of a requirement of ${requirement.criticality} criticality.`,
      atMost: absence(requirement),
      missing,
    }
  }
  if (statement?.practice === 'ad hoc') {
    const missing = ['a rule that everybody follows']
    return {
      step,
      said: `${statement.who} says that it is done ad hoc.`,
      because: 'Without a rule the outcome depends on the person.',
      atMost: 'partially',
      missing,
    }
  }
  if (statement?.practice !== undefined) {
    return {
      step,
      said: `${statement.who} says: ${statement.practice}.`,
      because: 'There is a rule or a practice.',
    }
  }
  if (data.passing.length + data.failing.length > 0) {
    return {
      step,
      said: 'No person has said anything; the tickets show a practice.',
      because: 'Records of the work are evidence of a practice.',
    }
  }
  return judgeSilence(matter)
}

/** Nobody stated a practice and no check decided anything: only the document can still say something. */
function judgeSilence({ requirement, statement, data }: Matter): Judgement {
  const step = 'rule'
  if (statement?.document && isDocumentNamed(requirement)) {
    return {
      step,
      said: `${statement.who} spoke about the document only.`,
      because: 'The document is judged in the next step.',
    }
  }
  const undecided = data.undecided.map((result) => `${result.check} (${result.because})`)
  const said =
    undecided.length > 0
      ? `No person has said anything; the checks decided nothing: ${undecided.join(', ')}.`
      : 'No person has said anything and no check speaks about it.'
  const missing = ['a statement by a person who knows the practice']
  return { step, said, because: 'What nobody looked at stays open.', settles: 'not_assessed', missing }
}

/** Step 3: is the documented information there that a clause demands? */
export function judgeDocument({ requirement, statement, data }: Matter): Judgement {
  const step = 'document'
  const { kind } = requirement.documented_information
  if (!isDocumentNamed(requirement)) {
    return {
      step,
      said: 'No clause demands documented information here.',
      because: 'A missing document is no finding by itself.',
    }
  }
  const document = statement?.document
  if (document?.exists === false) {
    const missing = ['the documented information that the standard demands']
    return {
      step,
      said: `${statement?.who} says that the documented information does not exist.`,
      because: 'A clause demands it.',
      atMost: 'minor_nc',
      missing,
    }
  }
  const recordsInTickets = data.passing.length + data.failing.length > 0
  if (kind === 'record' && (recordsInTickets || document?.exists || statement?.records !== undefined)) {
    return {
      step,
      said: 'The records demanded are there.',
      because: recordsInTickets ? 'The tickets are these records.' : 'A person says where they are.',
    }
  }
  if (document === undefined) {
    const missing = ['a look at the documented information that the standard demands']
    return {
      step,
      said: 'Nobody has said whether the documented information exists.',
      because: 'A clause demands it, so conforming waits for it.',
      atMost: 'partially',
      missing,
    }
  }
  if (document.approved !== true) {
    const missing = ['the approval of the document']
    return {
      step,
      said: 'The document exists and is not known to be approved.',
      because: 'A draft is not in force.',
      atMost: 'partially',
      missing,
    }
  }
  return {
    step,
    said: `The document is in force: ${document.reference ?? 'place not named'}.`,
    because: 'What the clause demands is there.',
  }
}

/** Step 4: is it practised, and long enough? */
export function judgePractice(matter: Matter): Judgement {
  const { requirement, statement, data } = matter
  const step = 'practice'
  if (isNotYetExercised(requirement, matter)) {
    return {
      step,
      said: 'The event has not happened and was not rehearsed.',
      because: 'The rule is rated; the practice is marked as not yet exercised.',
    }
  }
  if (isAboutDocument(requirement)) {
    return {
      step,
      said: 'The requirement is about a document.',
      because: 'The document itself is what has to be shown.',
    }
  }
  if (statement?.practice === 'documented' && data.passing.length === 0) {
    const missing = ['records that the written rule is followed']
    return {
      step,
      said: `${statement.who} says that the rule is written and not practised.`,
      because: 'A rule that nobody follows is not met.',
      atMost: absence(requirement),
      missing,
    }
  }
  return judgeDuration(matter)
}

function judgeDuration({ statement, data }: Matter): Judgement {
  const step = 'practice'
  if (data.spansThreeMonths) {
    return {
      step,
      said: 'The tickets show the practice over at least three months.',
      because: 'Three months of records are what an auditor asks for.',
    }
  }
  const { practice, since, on } = statement ?? {}
  const missing = ['records over three months or one full cycle']
  if (!isPractised(practice) || since === undefined || on === undefined) {
    return {
      step,
      said: 'It is not known since when it is practised.',
      because: 'Three months of practice, or one full cycle, have to be shown.',
      atMost: 'partially',
      missing,
    }
  }
  if (!spansThreeMonths(since, on)) {
    return {
      step,
      said: `It is practised since ${since}.`,
      because: 'That is less than three months.',
      atMost: 'partially',
      missing,
    }
  }
  return { step, said: `It is practised since ${since}.`, because: 'That is at least three months.' }
}
