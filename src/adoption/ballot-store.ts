import { readSecretLink } from '#access/secret-link.ts'
import { Refusal } from '#base/refusal.ts'
import type { NamedInstrument } from '#content/instrument.ts'
import { demandInstrument, type PeopleSide } from '#content/people-side.ts'
import type { Records, Tx } from '#db/records.ts'
import { type Answers, demandAnswers } from './survey-answers.ts'
import { isOver } from './survey-store.ts'

/** What whoever has a link is asked. */
export type Ballot = Readonly<{
  title: string
  organization: string
  closesOn: string
  instrument: NamedInstrument
}>

/** Opens the sheet behind a link that was not used yet. */
export async function openBallot(
  records: Records,
  side: PeopleSide,
  code: string,
  now: Date,
): Promise<Ballot> {
  const link = demandLink(code)
  return records.within({ organization: link.organization }, async (tx) => {
    const row = await tx
      .selectFrom('survey_token')
      .innerJoin('survey', 'survey.id', 'survey_token.survey_id')
      .innerJoin('organization', 'organization.id', 'survey.organization_id')
      .select(['survey.title', 'survey.instrument', 'survey.closes_on', 'survey.closed_at'])
      .select('organization.name as organization')
      .where('token_sha256', '=', link.sha256)
      .executeTakeFirst()
    if (!row || isOver({ closedAt: row.closed_at ?? undefined, closesOn: row.closes_on }, now))
      throw useless()
    return {
      title: row.title,
      organization: row.organization,
      closesOn: row.closes_on,
      instrument: demandInstrument(side, row.instrument),
    }
  })
}

/**
 * Takes the answers and forgets the link. The answers go to a place of chance in the box of the group, which is written
 * anew as a whole. There is no entry in the audit trail, whose time would tell who answered what: the end of a survey
 * says how many did.
 */
export async function castBallot(
  records: Records,
  side: PeopleSide,
  { code, given, now }: Readonly<{ code: string; given: Parameters<typeof demandAnswers>[1]; now: Date }>,
): Promise<void> {
  const { instrument } = await openBallot(records, side, code, now)
  const answers = demandAnswers(instrument, given)
  const link = demandLink(code)
  await records.within({ organization: link.organization }, async (tx) => {
    const token = await tx
      .deleteFrom('survey_token')
      .where('token_sha256', '=', link.sha256)
      .returning(['survey_id', 'group_name'])
      .executeTakeFirst()
    if (!token) throw useless()
    await putInBox(tx, token, answers)
  })
}

async function putInBox(
  tx: Tx,
  token: Readonly<{ survey_id: string; group_name: string }>,
  answers: Answers,
): Promise<void> {
  const box = await tx
    .selectFrom('survey_box')
    .select(['answers', 'answered'])
    .where('survey_id', '=', token.survey_id)
    .where('name', '=', token.group_name)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const place = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % (box.answers.length + 1)
  await tx
    .updateTable('survey_box')
    .set({
      answered: box.answered + 1,
      answers: JSON.stringify(box.answers.toSpliced(place, 0, answers)),
    })
    .where('survey_id', '=', token.survey_id)
    .where('name', '=', token.group_name)
    .execute()
}

function demandLink(code: string) {
  const link = readSecretLink('srv', code)
  if (!link) throw useless()
  return link
}

function useless(): Refusal {
  return new Refusal('not-found', 'This link was used, or the survey is over. Thank you all the same.')
}
