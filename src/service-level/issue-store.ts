import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import type { Language } from '#base/language.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import { frozen, sealOf } from './frozen.ts'
import type { ServiceReport } from './report.ts'
import type { ReportFigures } from './report-figures.ts'
import { readReportFigures } from './report-figures-store.ts'
import { type IssueStanding, periodsOver, type ReportPeriod, standingOf } from './report-period.ts'

/** An issue without its figures. */
export type IssueHead = Readonly<{
  id: string
  report: string
  period: string
  dueOn: string
  seal: string
  issuedBy: string
  issuedAt: string
}>

/** An issue as it went out; text is what was frozen, byte for byte. */
export type Issue = IssueHead & Readonly<{ text: string; figures: ReportFigures }>

/** An issue that is expected, and how it stands. */
export type Expected = Readonly<{
  period: ReportPeriod
  standing: IssueStanding
  issue: IssueHead | undefined
}>

/** The issues of a report, newest period first. */
export async function listIssues(tx: Tx, report?: string): Promise<readonly IssueHead[]> {
  let query = tx
    .selectFrom('service_report_issue')
    .select(['id', 'report_id', 'period', 'due_on', 'seal', 'issued_by_name', 'issued_at'])
    .orderBy('period', 'desc')
    .orderBy('id')
  if (report !== undefined) query = query.where('report_id', '=', report)
  return (await query.execute()).map(toHead)
}

/** One issue with its figures, held against its seal: a text that was changed is not passed off as the one that was issued. */
export async function demandIssue(tx: Tx, id: string): Promise<Issue> {
  const row = await tx.selectFrom('service_report_issue').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such issue of a service report.')
  const figures = JSON.parse(row.figures) as ReportFigures // written by issueReport and by nobody else
  if (sealOf(row.figures) !== row.seal)
    throw new Refusal(
      'conflict',
      'The figures of this issue are not those that were issued: its seal is broken.',
    )
  return { ...toHead(row), text: row.figures, figures }
}

/** What is expected of a report on a day against what was issued, newest period first. */
export function expectedOf(
  report: ServiceReport,
  issues: readonly IssueHead[],
  today: string,
): readonly Expected[] {
  const ended = report.endedAt?.slice(0, 10) ?? today
  return periodsOver(report, ended < today ? ended : today)
    .map((period) => {
      const issue = issues.find((one) => one.report === report.id && one.period === period.name)
      // What was due when it went out counts, not what the definition has become since.
      const due = issue ? { dueOn: issue.dueOn } : period
      return { period, issue, standing: standingOf(due, issue?.issuedAt.slice(0, 10), today) }
    })
    .toReversed()
}

/** The period of a report by its name, when it is over. */
export function demandPeriod(report: ServiceReport, name: string, today: string): ReportPeriod {
  const period = periodsOver(report, today).find((one) => one.name === name)
  if (period) return period
  throw new Refusal(
    'invalid',
    `${name} is no ${report.cadence === 'monthly' ? 'month' : 'quarter'} of “${report.title}” that is over.`,
  )
}

/** Who issues, for whom, and when. */
export type Issuing = Readonly<{
  organization: Readonly<{ id: string; name: string }>
  period: string
  language: Language
  at: Date
}>

/** Issues a report: its figures are frozen, and everybody who gets it is noted down. */
export async function issueReport(
  tx: Tx,
  actor: Actor,
  report: ServiceReport,
  { organization, period: name, language, at }: Issuing,
): Promise<IssueHead> {
  const today = at.toISOString().slice(0, 10)
  const period = demandPeriod(report, name, today)
  const known = (await listIssues(tx, report.id)).find((one) => one.period === name)
  if (known)
    throw new Refusal('conflict', `${name} was issued on ${known.issuedAt.slice(0, 10)} and stays as it is.`)
  const { id: _, endedAt: __, version: ___, ...definition } = report
  const figures = await readReportFigures(tx, { organization, definition, period, language, today })
  const { text, seal } = frozen(figures)
  const collection = await collectionOf(tx, figures)
  const row = await tx
    .insertInto('service_report_issue')
    .values({
      organization_id: organization.id,
      report_id: report.id,
      period: name,
      collection_id: collection,
      due_on: period.dueOn,
      figures: text,
      seal,
      issued_by: actor.id ?? null,
      issued_by_name: actor.name,
      issued_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (report.recipients.length > 0)
    await tx
      .insertInto('service_report_receipt')
      .values(
        report.recipients.map((recipient) => ({
          organization_id: organization.id,
          issue_id: row.id,
          recipient,
        })),
      )
      .execute()
  await append(tx, actor, {
    action: 'issue',
    kind: 'service report',
    id: row.id,
    after: { title: report.title, period: name, dueOn: period.dueOn, language, seal },
  })
  return toHead(row)
}

async function collectionOf(tx: Tx, { data }: ReportFigures): Promise<string> {
  const { id } = await tx
    .selectFrom('collection')
    .select('id')
    .where('number', '=', data.at(-1)?.number ?? 0)
    .executeTakeFirstOrThrow()
  return id
}

/** The issues whose document is not written yet, oldest first. */
export async function unwrittenIssues(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('service_report_issue as issue')
    .leftJoin('made_document as document', (join) =>
      join
        .onRef('document.organization_id', '=', 'issue.organization_id')
        .onRef('document.id', '=', 'issue.id'),
    )
    .select('issue.id')
    .where('document.id', 'is', null)
    .orderBy('issue.issued_at')
    .orderBy('issue.id')
    .execute()
  return rows.map(({ id }) => id)
}

type HeadRow = {
  id: string
  report_id: string
  period: string
  due_on: string
  seal: string
  issued_by_name: string
  issued_at: Date
}

function toHead(row: HeadRow): IssueHead {
  return {
    id: row.id,
    report: row.report_id,
    period: row.period,
    dueOn: row.due_on,
    seal: row.seal,
    issuedBy: row.issued_by_name,
    issuedAt: row.issued_at.toISOString(),
  }
}
