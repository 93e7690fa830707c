import { clauseOf, isDocumentNamed, isRatedByItself, type Requirement } from '#content/requirement.ts'

/** Columns that a person reads; the rest is filled in. */
export const readColumns = ['id', 'clause', 'title', 'question', 'expects'] as const

/** Columns that a person fills in, all of them optional but who, once anything is answered. */
export const answerColumns = [
  'practice',
  'since',
  'documented',
  'reference',
  'records',
  'applies',
  'exercised',
  'who',
  'role',
  'on',
  'comment',
] as const
export type AnswerColumn = (typeof answerColumns)[number]

/** One question to a person. Columns that make no sense for the requirement are not offered. */
export type QuestionRow = Readonly<Record<(typeof readColumns)[number], string>> & {
  readonly asks: readonly AnswerColumn[]
}

/** What each answer column wants, in words to print above it. */
export const columnHelp: Readonly<Record<AnswerColumn, string>> = {
  practice: 'none, ad hoc, documented, practised, or practised and reviewed',
  since: 'since when: a day or month (2026-03-31, 2026-03), or a number of months (6 months)',
  documented: 'no, draft, or approved',
  reference: 'where the document is',
  records: 'where the records are that you looked at',
  applies: 'yes or no: does the condition exist in your scope? If no, write why in comment',
  exercised: 'yes or no: has the event happened, or was it rehearsed?',
  who: 'name of the person who says so',
  role: 'role of that person',
  on: 'day of the answer; the day of reading if left empty',
  comment: 'anything the next reader should know',
}

/** Which requirements are asked about: all of them, or the short first scan. */
export type QuestionSet = 'all' | 'quick scan'

/** The questions in the order of the catalogue; an item that follows from others is not asked. */
export function askQuestions(requirements: readonly Requirement[], set: QuestionSet): readonly QuestionRow[] {
  return requirements
    .filter(isRatedByItself)
    .filter((requirement) => set === 'all' || requirement.quick_scan)
    .map((requirement) => ({
      id: requirement.id,
      clause: clauseOf(requirement),
      title: requirement.title,
      question: requirement.question,
      expects: expectation(requirement),
      asks: answerColumns.filter((column) => isAsked(requirement, column)),
    }))
}

/** What an auditor expects to be shown, in the words of the catalogue. */
export function expectation(requirement: Requirement): string {
  const { statement, documented_information: wanted, applicability, evidence } = requirement
  const shown = [...evidence.documents, ...evidence.records]
  const sentences = [statement]
  if (isDocumentNamed(requirement)) sentences.push(`The standard demands ${kindWords[wanted.kind]}.`)
  if (shown.length > 0) sentences.push(`Usually shown: ${shown.join(', ')}.`)
  if (applicability.mode === 'if_exists')
    sentences.push(`Applies if this exists: ${applicability.condition}.`)
  if (applicability.mode === 'on_event')
    sentences.push(`The rule must exist before this happens: ${applicability.condition}.`)
  return sentences.join(' ')
}

const kindWords: Readonly<Record<Requirement['documented_information']['kind'], string>> = {
  document: 'a document that is approved and current',
  record: 'records of what was done',
  both: 'a document and the records',
  none: 'evidence in a form you choose',
}

function isAsked({ applicability }: Requirement, column: AnswerColumn): boolean {
  if (column === 'applies') return applicability.mode === 'if_exists'
  return column !== 'exercised' || applicability.mode === 'on_event'
}
