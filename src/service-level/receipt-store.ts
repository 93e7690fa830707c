import type { Actor } from '#access/actor.ts'
import { post } from '#access/mail-store.ts'
import { makeSecretLink, readSecretLink } from '#access/secret-link.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { openSentences, type Sentences, say } from '#content/sentences.ts'
import type { Records, Tx } from '#db/records.ts'
import { demandIssue, type Issue } from './issue-store.ts'

/** Somebody who gets an issue: whether it was sent, and whether he has said that it arrived. */
export type Receipt = Readonly<{
  recipient: string
  sentAt: string | undefined
  acknowledgedAt: string | undefined
  says: string | undefined
}>

/** Who gets an issue. */
export async function listReceipts(tx: Tx, issue: string): Promise<readonly Receipt[]> {
  const rows = await tx
    .selectFrom('service_report_receipt')
    .selectAll()
    .where('issue_id', '=', issue)
    .orderBy('recipient')
    .execute()
  return rows.map((row) => ({
    recipient: row.recipient,
    sentAt: row.sent_at?.toISOString(),
    acknowledgedAt: row.acknowledged_at?.toISOString(),
    says: row.says ?? undefined,
  }))
}

/** How many got each issue, and how many have acknowledged it. */
export async function countReceipts(
  tx: Tx,
): Promise<ReadonlyMap<string, Readonly<{ recipients: number; acknowledged: number }>>> {
  const rows = await tx
    .selectFrom('service_report_receipt')
    .select('issue_id')
    .select(({ fn }) => [
      fn.countAll<number>().as('recipients'),
      fn.count<number>('acknowledged_at').as('acknowledged'),
    ])
    .groupBy('issue_id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.issue_id,
      { recipients: Number(row.recipients), acknowledged: Number(row.acknowledged) },
    ]),
  )
}

/** Writes the mail to everybody who gets an issue and was not sent it yet; each gets a link of his own. */
export async function sendIssue(
  tx: Tx,
  organization: string,
  issue: Issue,
  { url, now, content }: Readonly<{ url: string; now: Date; content: string }>,
): Promise<number> {
  const open = (await listReceipts(tx, issue.id)).filter(({ sentAt }) => sentAt === undefined)
  const { definition } = issue.figures
  const sentences = openSentences(content, 'service-report', issue.figures.language ?? 'en')
  for (const { recipient } of open) {
    const link = makeSecretLink('srv', organization)
    await post(tx, organization, {
      kind: 'service report',
      to: recipient,
      subject: `${definition.title}, ${issue.period}`,
      body: bodyOf(issue, sentences, `${url}/service-report#code=${link.text}`),
    })
    await tx
      .updateTable('service_report_receipt')
      .set({ code_sha256: link.sha256, sent_at: now })
      .where('issue_id', '=', issue.id)
      .where('recipient', '=', recipient)
      .execute()
  }
  return open.length
}

/** The message that an issue goes out with, in the language of the issue. */
function bodyOf({ figures, period, seal }: Issue, sentences: Sentences, link: string): string {
  const { definition, organization } = figures
  const paragraphs = [
    say(sentences, 'mail.hello'),
    say(sentences, 'mail.says', { organization, title: definition.title, period }),
    link,
    say(sentences, 'mail.seal', { seal }),
    definition.issuer,
  ]
  return `${paragraphs.join('\n\n')}\n`
}

/** What whoever has a link sees. */
export type Delivered = Readonly<{
  organization: string
  issue: Issue
  recipient: string
  acknowledgedAt: string | undefined
}>

/** Opens the issue behind a link. */
export async function openDelivered(records: Records, code: string): Promise<Delivered> {
  const link = demandLink(code)
  return records.within({ organization: link.organization }, async (tx) => {
    const row = await tx
      .selectFrom('service_report_receipt')
      .selectAll()
      .where('code_sha256', '=', link.sha256)
      .executeTakeFirst()
    if (!row) throw useless()
    return {
      organization: link.organization,
      issue: await demandIssue(tx, row.issue_id),
      recipient: row.recipient,
      acknowledgedAt: row.acknowledged_at?.toISOString(),
    }
  })
}

/** Keeps that an issue has arrived, and what is said about it; once. */
export async function acknowledge(
  records: Records,
  code: string,
  { says, at }: Readonly<{ says: string; at: Date }>,
): Promise<void> {
  const { organization } = demandLink(code)
  const { issue, recipient, acknowledgedAt } = await openDelivered(records, code)
  if (acknowledgedAt !== undefined)
    throw new Refusal('conflict', `This was acknowledged on ${acknowledgedAt.slice(0, 10)} already.`)
  await records.within({ organization }, async (tx) => {
    await tx
      .updateTable('service_report_receipt')
      .set({ acknowledged_at: at, says: says === '' ? null : says })
      .where('issue_id', '=', issue.id)
      .where('recipient', '=', recipient)
      .where('acknowledged_at', 'is', null)
      .execute()
    const actor: Actor = { kind: 'system', id: undefined, name: recipient, organization, role: 'read-only' }
    await append(tx, actor, {
      action: 'acknowledge',
      kind: 'service report',
      id: issue.id,
      after: { recipient, period: issue.period, ...(says === '' ? {} : { says }) },
    })
  })
}

function demandLink(code: string): Readonly<{ organization: string; sha256: string }> {
  const link = readSecretLink('srv', code)
  if (!link) throw useless()
  return link
}

function useless(): Refusal {
  return new Refusal('not-found', 'This link leads to no report. Copy it whole, as it stands in the message.')
}
