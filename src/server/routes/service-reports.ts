import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyReply } from 'fastify'
import type { Actor } from '#access/actor.ts'
import { documentLanguageOf, readOrganization } from '#access/organization-store.ts'
import { type IssueHeadView, type ServiceReportView, serviceReportsApi } from '#api/service-reports.ts'
import { type Language, languages } from '#base/language.ts'
import { Refusal } from '#base/refusal.ts'
import { findDocument } from '#evidence/document-store.ts'
import {
  demandIssue,
  demandPeriod,
  expectedOf,
  type Issue,
  type IssueHead,
  issueReport,
  listIssues,
} from '#service-level/issue-store.ts'
import { acknowledge, countReceipts, listReceipts, openDelivered } from '#service-level/receipt-store.ts'
import type { ServiceReport } from '#service-level/report.ts'
import { readReportFigures } from '#service-level/report-figures-store.ts'
import {
  changeReport,
  demandReport,
  endReport,
  listReports,
  makeReport,
} from '#service-level/report-store.ts'
import type { Handlers, World } from '../call.ts'
import { sendFile } from '../download.ts'
import { fileIdOf, filesOfIssue, languageOfIssue } from '../issue-file.ts'
import { jobView } from '../job-view.ts'
import { type Tx, workspaceOf } from '../workshop.ts'

const handlers: Handlers<typeof serviceReportsApi> = {
  'GET /api/organizations/:organization/service-reports': ({ world, actor }) =>
    world.records.within(actor, async (tx) => {
      const about = await standing(tx, world)
      return { items: (await listReports(tx)).map((report) => reportView(report, about)) }
    }),
  'POST /api/organizations/:organization/service-reports': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) =>
      reportView(await makeReport(tx, actor, body, world.now()), await standing(tx, world)),
    ),
  'GET /api/organizations/:organization/service-reports/:serviceReport': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) =>
      reportView(await demandReport(tx, params.serviceReport), await standing(tx, world)),
    ),
  'PUT /api/organizations/:organization/service-reports/:serviceReport': ({
    world,
    actor,
    params,
    body,
    version,
  }) =>
    world.records.within(actor, async (tx) =>
      reportView(
        await changeReport(tx, actor, params.serviceReport, { definition: body, version }),
        await standing(tx, world),
      ),
    ),
  'POST /api/organizations/:organization/service-reports/:serviceReport/end': ({
    world,
    actor,
    params,
    version,
  }) =>
    world.records.within(actor, async (tx) =>
      reportView(
        await endReport(tx, actor, params.serviceReport, { version, at: world.now() }),
        await standing(tx, world),
      ),
    ),
  'GET /api/organizations/:organization/service-reports/:serviceReport/preview': ({
    world,
    actor,
    params,
    query,
  }) =>
    world.records.within(actor, async (tx) => {
      const today = dayOf(world.now())
      const report = await demandReport(tx, params.serviceReport)
      const period = demandPeriod(report, query.period, today)
      const { id: _, endedAt: __, version: ___, ...definition } = report
      const organization = await named(tx, actor)
      const { language } = organization
      return readReportFigures(tx, { organization, definition, period, language, today })
    }),
  'POST /api/organizations/:organization/service-reports/:serviceReport/issues': ({
    world,
    actor,
    params,
    body,
  }) =>
    world.records.within(actor, async (tx) => {
      const report = await demandReport(tx, params.serviceReport)
      const organization = await named(tx, actor)
      const language = body.language ?? organization.language
      const issuing = { organization, period: body.period, language, at: world.now() }
      const issue = await issueReport(tx, actor, report, issuing)
      const asked = { kind: 'service reports', url: world.people.url }
      const job = await world.jobs.ask(tx, actor, 'documents', asked)
      return { issue: { id: issue.id, seal: issue.seal }, job: jobView(job) }
    }),
  'GET /api/organizations/:organization/service-report-issues/:serviceReportIssue': ({
    world,
    actor,
    params,
  }) =>
    world.records.within(actor, async (tx) => {
      const { text: _, ...issue } = await demandIssue(tx, params.serviceReportIssue)
      const receipts = await listReceipts(tx, issue.id)
      const files = (await filesOfIssue(tx, issue)).map(({ language, document: { sha256, bytes } }) => ({
        language,
        sha256,
        bytes,
      }))
      const language = languageOfIssue(issue)
      return {
        ...issueHeadView(issue, {
          recipients: receipts.length,
          acknowledged: receipts.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined).length,
        }),
        title: issue.figures.definition.title,
        figures: issue.figures,
        receipts,
        language,
        document: files.find((one) => one.language === language),
        translations: files.filter((one) => one.language !== language),
      }
    }),
  'POST /api/organizations/:organization/service-report-issues/:serviceReportIssue/files': ({
    world,
    actor,
    params,
    body: { language },
  }) =>
    world.records.within(actor, async (tx) => {
      const issue = await demandIssue(tx, params.serviceReportIssue)
      if (await findDocument(tx, fileIdOf(issue, language))) return {}
      const asked = { kind: 'service reports', also: { issue: issue.id, language } }
      return { job: jobView(await world.jobs.ask(tx, actor, 'documents', asked)) }
    }),
  'GET /api/organizations/:organization/service-report-issues/:serviceReportIssue/file': async ({
    world,
    actor,
    params,
    query,
    reply,
  }) => {
    const asked = { organization: actor.organization, issue: params.serviceReportIssue, ...query }
    await sendIssueFile(world, asked, reply)
    return undefined
  },
  'POST /api/service-reports/opening': async ({ world, body }) => {
    const { organization, issue, acknowledgedAt } = await openDelivered(world.records, body.code)
    const document = await world.records.within({ organization }, (tx) => findDocument(tx, issue.id))
    const { definition } = issue.figures
    return {
      title: definition.title,
      organization: issue.figures.organization,
      period: issue.period,
      issuedAt: issue.issuedAt,
      issuer: definition.issuer,
      seal: issue.seal,
      isWritten: document !== undefined,
      acknowledgedAt,
    }
  },
  'POST /api/service-reports/file': async ({ world, body, reply }) => {
    const { organization, issue } = await openDelivered(world.records, body.code)
    await sendIssueFile(world, { organization, issue: issue.id }, reply)
    return undefined
  },
  'POST /api/service-reports/acknowledgement': ({ world, body }) =>
    acknowledge(world.records, body.code, { says: body.says, at: world.now() }).then(() => undefined),
}

export const serviceReports = { endpoints: serviceReportsApi, handlers }

type Standing = Readonly<{
  today: string
  issues: readonly IssueHead[]
  receipts: Awaited<ReturnType<typeof countReceipts>>
}>

async function standing(tx: Tx, world: World): Promise<Standing> {
  return { today: dayOf(world.now()), issues: await listIssues(tx), receipts: await countReceipts(tx) }
}

function reportView(report: ServiceReport, { today, issues, receipts }: Standing): ServiceReportView {
  return {
    ...report,
    expected: expectedOf(report, issues, today).map(({ period, standing: stands, issue }) => ({
      period: period.name,
      endsOn: period.endsOn,
      dueOn: issue?.dueOn ?? period.dueOn,
      standing: stands,
      issue: issue && issueHeadView(issue, receipts.get(issue.id)),
    })),
  }
}

function issueHeadView(
  { id, period, dueOn, seal, issuedBy, issuedAt }: IssueHead,
  { recipients, acknowledged } = { recipients: 0, acknowledged: 0 },
): IssueHeadView {
  return { id, period, dueOn, seal, issuedBy, issuedAt, recipients, acknowledged }
}

async function sendIssueFile(
  world: World,
  {
    organization,
    issue,
    language,
  }: Readonly<{ organization: string; issue: string; language?: Language | undefined }>,
  reply: FastifyReply,
): Promise<void> {
  const { found, spoken, document } = await world.records.within({ organization }, async (tx) => {
    const one = await demandIssue(tx, issue)
    const said = language ?? languageOfIssue(one)
    return { found: one, spoken: said, document: await findDocument(tx, fileIdOf(one, said)) }
  })
  if (!document) throw new Refusal('not-found', notWritten(spoken, found))
  const path = join(workspaceOf(world, organization), 'documents', document.path)
  const file = await stat(path).catch(() => undefined)
  if (!file) throw new Refusal('not-found', 'The file of this report is gone from the server.')
  const other = spoken === languageOfIssue(found) ? '' : `-${spoken}`
  const name = `service-report-${found.period}-${issue.slice(0, 8)}${other}.pdf`
  await sendFile(reply, { name, type: 'application/pdf', bytes: file.size }, createReadStream(path))
}

function notWritten(language: Language, issue: Issue): string {
  return language === languageOfIssue(issue)
    ? 'This report is being written. Try again in a moment.'
    : `This report is not written in ${languages[language]}. Have it written first.`
}

async function named(
  tx: Tx,
  actor: Actor,
): Promise<Readonly<{ id: string; name: string; language: Language }>> {
  const own = await readOrganization(tx, actor)
  return { id: actor.organization, name: own.name, language: documentLanguageOf(own) }
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}
