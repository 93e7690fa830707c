import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { post } from '#access/mail-store.ts'
import { makeSecretLink } from '#access/secret-link.ts'
import { append } from '#access/trail-store.ts'
import { mulberry32 } from '#assessment/sampling.ts'
import { Refusal } from '#base/refusal.ts'
import type { NamedInstrument } from '#content/instrument.ts'
import type { Tables, Tx } from '#db/records.ts'
import { demandRecipients } from './recipients.ts'
import { Answers } from './survey-answers.ts'
import type { AskedGroup } from './survey-results.ts'
import { readWorkforce } from './workforce-store.ts'

/** A survey as it is kept, with its groups. */
export type Survey = Readonly<{
  id: string
  instrument: string
  title: string
  heard: string
  sentBy: string
  sentAt: Date
  closesOn: string
  closedAt: Date | undefined
  remindedAt: Date | undefined
  groups: readonly Readonly<{ name: string; invited: number }>[]
  answered: number
}>

/** What a survey is sent with. heard: who spoke for the staff, and when. */
export type SurveyOrder = Readonly<{
  title: string
  heard: string
  closesOn: string
  groups: readonly Readonly<{ name: string; units: readonly string[] }>[]
}>

const mail = { survey: 'survey', reminder: 'survey reminder' } as const

/** Whether nobody can answer any more: then, and not before, results are shown. */
export function isOver({ closedAt, closesOn }: Pick<Survey, 'closedAt' | 'closesOn'>, now: Date): boolean {
  return closedAt !== undefined || now.toISOString().slice(0, 10) > closesOn
}

/** Sends a survey: a link of his own to everybody. Which link went to whom is written nowhere but in the mail. */
export async function sendSurvey(
  tx: Tx,
  actor: Actor,
  instrument: NamedInstrument,
  order: SurveyOrder,
  { url, now }: Readonly<{ url: string; now: Date }>,
): Promise<string> {
  if (order.closesOn <= now.toISOString().slice(0, 10))
    throw new Refusal('invalid', `The survey would close on ${order.closesOn}: choose a day that is to come.`)
  await demandNoneOpen(tx, instrument, now)
  const people = await readWorkforce(tx, actor.organization)
  const recipients = demandRecipients(people, order.groups, instrument.smallest_group)
  const { id } = await tx
    .insertInto('survey')
    .values({
      organization_id: actor.organization,
      instrument: instrument.id,
      title: order.title,
      heard: order.heard,
      sent_by: actor.id ?? null,
      sent_by_name: actor.name,
      sent_at: now,
      closes_on: order.closesOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const place = { organization_id: actor.organization, survey_id: id }
  await tx
    .insertInto('survey_box')
    .values(recipients.map(({ name, emails }) => ({ ...place, name, invited: emails.length })))
    .execute()
  const links = recipients.flatMap(({ name, emails }) =>
    emails.map((email) => ({ name, email, link: makeSecretLink('srv', actor.organization) })),
  )
  // Sorted by what is random: the order of the rows tells nothing about the order of the people.
  const tokens = links.map(({ name, link }) => ({ ...place, token_sha256: link.sha256, group_name: name }))
  await tx
    .insertInto('survey_token')
    .values(tokens.toSorted((a, b) => (a.token_sha256 < b.token_sha256 ? -1 : 1)))
    .execute()
  await tx
    .insertInto('survey_invitee')
    .values(links.map(({ email }) => ({ ...place, email })))
    .execute()
  for (const { email, link } of links)
    await post(tx, actor.organization, {
      kind: mail.survey,
      to: email,
      subject: order.title,
      body: `Good day,\n\nplease answer "${order.title}" by ${order.closesOn}. The link works once, without signing in:\n\n${url}/survey#code=${link.text}\n\nYour answers are kept without your name, and nothing is shown of fewer than ${instrument.smallest_group} people. Heard before: ${order.heard}.\n`,
    })
  await append(tx, actor, {
    action: 'send',
    kind: 'survey',
    id,
    after: { ...order, instrument: instrument.id, invited: links.length },
  })
  return id
}

async function demandNoneOpen(tx: Tx, { id }: NamedInstrument, now: Date): Promise<void> {
  const rows = await tx.selectFrom('survey').selectAll().where('instrument', '=', id).execute()
  const open = rows.map((row) => toSurvey(row, [])).find((survey) => !isOver(survey, now))
  if (open)
    throw new Refusal(
      'conflict',
      `"${open.title}" with the same questions is open until ${open.closesOn}. Close it first.`,
    )
}

/** The surveys, newest first. */
export async function listSurveys(tx: Tx): Promise<readonly Survey[]> {
  const rows = await tx.selectFrom('survey').selectAll().orderBy('sent_at', 'desc').orderBy('id').execute()
  const boxes = await tx
    .selectFrom('survey_box')
    .select(['survey_id', 'name', 'invited', 'answered'])
    .orderBy('name')
    .execute()
  return rows.map((row) =>
    toSurvey(
      row,
      boxes.filter((box) => box.survey_id === row.id),
    ),
  )
}

/** One survey. */
export async function readSurvey(tx: Tx, id: string): Promise<Survey> {
  const survey = (await listSurveys(tx)).find((one) => one.id === id)
  if (!survey) throw new Refusal('not-found', 'There is no such survey.')
  return survey
}

/** The answers of a survey that is over, group by group; before, nobody reads them. */
export async function openBoxes(tx: Tx, survey: Survey, now: Date): Promise<readonly AskedGroup[]> {
  if (!isOver(survey, now))
    throw new Refusal(
      'conflict',
      `"${survey.title}" is open until ${survey.closesOn}: results are shown after that.`,
    )
  const boxes = await tx
    .selectFrom('survey_box')
    .select(['name', 'invited', 'answers'])
    .where('survey_id', '=', survey.id)
    .orderBy('name')
    .execute()
  return boxes.map(({ name, invited, answers }) => ({
    name,
    invited,
    answers: answers.map((one) => Answers.parse(one)),
  }))
}

/** Ends a survey before its day. Links that were not used, and who was asked, are forgotten. */
export async function closeSurvey(tx: Tx, actor: Actor, id: string, now: Date): Promise<Survey> {
  const survey = await readSurvey(tx, id)
  if (survey.closedAt) throw new Refusal('conflict', `"${survey.title}" is closed already.`)
  await tx.updateTable('survey').set({ state: 'closed', closed_at: now }).where('id', '=', id).execute()
  await tx.deleteFrom('survey_token').where('survey_id', '=', id).execute()
  await tx.deleteFrom('survey_invitee').where('survey_id', '=', id).execute()
  await append(tx, actor, { action: 'close', kind: 'survey', id, after: { answered: survey.answered } })
  return readSurvey(tx, id)
}

/** Reminds everybody who was asked: nobody knows who has answered. At most once in three days. */
export async function remindSurvey(tx: Tx, actor: Actor, id: string, now: Date): Promise<number> {
  const survey = await readSurvey(tx, id)
  if (isOver(survey, now)) throw new Refusal('conflict', `"${survey.title}" is over.`)
  const last = survey.remindedAt ?? survey.sentAt
  if (now.getTime() - last.getTime() < pauseOfReminders)
    throw new Refusal('conflict', 'The last message went out less than three days ago. Give people time.')
  const invitees = await tx
    .selectFrom('survey_invitee')
    .select('email')
    .where('survey_id', '=', id)
    .orderBy('email')
    .execute()
  for (const { email } of invitees)
    await post(tx, actor.organization, {
      kind: mail.reminder,
      to: email,
      subject: `Reminder: ${survey.title}`,
      body: `Good day,\n\n"${survey.title}" is open until ${survey.closesOn}. The link is in the first message. If you have answered, thank you: this goes to everybody, because nobody can see who has.\n`,
    })
  await tx.updateTable('survey').set({ reminded_at: now }).where('id', '=', id).execute()
  await append(tx, actor, { action: 'remind', kind: 'survey', id, after: { messages: invitees.length } })
  return invitees.length
}

const pauseOfReminders = 3 * 86_400_000

/** Puts answers of a simulated organization into the boxes; the same door as ballots, without links. */
export async function fillBoxes(tx: Tx, survey: string, groups: readonly AskedGroup[]): Promise<void> {
  for (const { name, answers } of groups) {
    const order = mulberry32(answers.length)
    const mixed = answers.map((one) => ({ one, at: order() })).toSorted((a, b) => a.at - b.at)
    await tx
      .updateTable('survey_box')
      .set({ answered: answers.length, answers: JSON.stringify(mixed.map(({ one }) => one)) })
      .where('survey_id', '=', survey)
      .where('name', '=', name)
      .execute()
  }
}

function toSurvey(
  row: Selectable<Tables['survey']>,
  boxes: readonly Readonly<{ name: string; invited: number; answered: number }>[],
): Survey {
  return {
    id: row.id,
    instrument: row.instrument,
    title: row.title,
    heard: row.heard,
    sentBy: row.sent_by_name,
    sentAt: row.sent_at,
    closesOn: row.closes_on,
    closedAt: row.closed_at ?? undefined,
    remindedAt: row.reminded_at ?? undefined,
    groups: boxes.map(({ name, invited }) => ({ name, invited })),
    answered: boxes.reduce((sum, { answered }) => sum + answered, 0),
  }
}
