import type { Actor } from '#access/actor.ts'
import type { AuditPageView, AuditView } from '#api/audit-views.ts'
import { auditsApi } from '#api/audits.ts'
import { type Audit, auditName, isReported } from '#audit/audit.ts'
import {
  type Asking,
  readAuditPage,
  readProgrammePage,
  readProposal,
  signAudit,
} from '#audit/audit-page-store.ts'
import { changeAudit, moveAudit, planAudit, readAudit } from '#audit/audit-store.ts'
import { answersOf, checklistWorkbook, planFile } from '#audit/checklist-file.ts'
import { answerLines, linkSample, readChecklist } from '#audit/checklist-store.ts'
import { lacksOfText } from '#audit/describe-audit.ts'
import { findingName, isOpen } from '#audit/finding.ts'
import { addAddendum } from '#audit/sign-store.ts'
import { Refusal } from '#base/refusal.ts'
import { openKnowledge } from '#content/knowledge.ts'
import { openLibrary } from '#content/library.ts'
import type { Handlers, World } from '../call.ts'
import { readChecklistFile } from '../checklist-upload.ts'
import { sendFile } from '../download.ts'
import { provePerson } from '../prove-person.ts'
import { receiveFile } from '../upload.ts'
import { wantedOf } from '../wanted.ts'
import type { Tx } from '../workshop.ts'

const handlers: Handlers<typeof auditsApi> = {
  'GET /api/organizations/:organization/audits': ({ world, actor }) =>
    world.records.within(actor, async (tx) => {
      const {
        on,
        audits: rows,
        coverage,
        success,
        auditors,
      } = await readProgrammePage(tx, actor, askingOf(world, actor))
      return {
        on,
        audits: rows.map(({ audit, findings, signedAt }) => ({
          ...viewOf(audit),
          isLate: !isReported(audit) && audit.state !== 'cancelled' && audit.plannedOn < on,
          signedAt,
          majors: findings.filter(({ grade }) => grade === 'major').length,
          minors: findings.filter(({ grade }) => grade === 'minor').length,
          others: findings.filter(({ grade }) => grade !== 'major' && grade !== 'minor').length,
          openFindings: findings.filter(isOpen).length,
        })),
        years: [...coverage.years],
        areas: coverage.areas.map(({ area, cells, lastHeldOn, isHole }) => ({
          id: area.id,
          title: area.title,
          clauses: [...area.clauses],
          lastHeldOn,
          isHole,
          years: cells.map(({ year, audits: here }) => ({
            year,
            audits: here.map(({ number, ...one }) => ({ ...one, name: auditName({ number }) })),
          })),
        })),
        success: { ...success, points: [...success.points] },
        auditors: [...auditors],
      }
    }),
  'POST /api/organizations/:organization/audits': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => viewOf(await planAudit(tx, actor, body, writingOf(world)))),
  'GET /api/organizations/:organization/audit-proposal': ({ world, actor }) =>
    world.records.within(actor, async (tx) => ({
      items: (
        await readProposal(tx, {
          ...wantedOf(world, actor.organization),
          library: openLibrary(world.content),
        })
      ).map(({ areas, clauses, ...proposed }) => ({
        ...proposed,
        clauses: [...clauses],
        areas: areas.map(({ facts: { area, ...facts }, points, priority }) => ({
          area: area.id,
          title: area.title,
          priority,
          ...points,
          facts,
        })),
      })),
    })),
  'GET /api/organizations/:organization/audits/:audit': ({ world, actor, params }) =>
    world.records.within(actor, (tx) => pageOf(world, tx, actor, params.audit)),
  'PATCH /api/organizations/:organization/audits/:audit': ({ world, actor, params, body, version }) =>
    world.records.within(actor, async (tx) =>
      viewOf(await changeAudit(tx, actor, params.audit, body, { ...writingOf(world), version })),
    ),
  'POST /api/organizations/:organization/audits/:audit/moves': ({ world, actor, params, body, version }) =>
    world.records.within(actor, async (tx) =>
      viewOf(await moveAudit(tx, actor, params.audit, { ...body, ...writingOf(world), version })),
    ),
  'POST /api/organizations/:organization/audits/:audit/answers': ({ world, actor, params, body }) =>
    world.records.within(actor, async (tx) => {
      const audit = await readAudit(tx, params.audit)
      const answers = body.answers.map(({ answer, evidence, ...said }) => ({ ...said, answer, evidence }))
      await answerLines(tx, actor, audit, answers, writingOf(world))
      return pageOf(world, tx, actor, params.audit)
    }),
  'GET /api/organizations/:organization/audits/:audit/checklist': async ({ world, actor, params, reply }) => {
    const { audit, lines } = await world.records.within(actor, (tx) => checklistOf(world, tx, params.audit))
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const name = `${auditName(audit).toLowerCase()}-checklist.xlsx`
    await sendFile(reply, { name, type }, await checklistWorkbook(auditName(audit), lines))
    return undefined
  },
  'POST /api/organizations/:organization/audits/:audit/checklist': async (call) => {
    const { world, actor, params, query, request } = call
    const { file, rows } = await readChecklistFile(world.folder, await receiveFile(request, largest))
    return world.records.within(actor, async (tx) => {
      const { audit, lines } = await checklistOf(world, tx, params.audit)
      const plan = planFile(rows, lines)
      if (query.digest !== undefined) {
        if (query.digest !== plan.digest)
          throw new Refusal(
            'conflict',
            'The checklist has changed since you looked at the rows. Look at them again.',
          )
        await answerLines(tx, actor, audit, answersOf(plan), writingOf(world))
      }
      const many = (fate: string) => plan.fates.filter((one) => one.fate === fate).length
      return {
        file,
        isApplied: query.digest !== undefined,
        digest: plan.digest,
        counts: {
          answer: many('answer'),
          unchanged: many('unchanged'),
          conflict: many('conflict'),
          refused: many('refused'),
        },
        rows: plan.fates.map(({ version: _, ...fate }) => fate),
      }
    })
  },
  'POST /api/organizations/:organization/audits/:audit/sample-links': ({ world, actor, params, body }) =>
    world.records.within(actor, async (tx) => {
      const audit = await readAudit(tx, params.audit)
      const { sample, requirement } = body
      await linkSample(tx, actor, audit, { sample, requirement, at: world.now() })
      return pageOf(world, tx, actor, params.audit)
    }),
  'POST /api/organizations/:organization/audits/:audit/signatures': async (call) => {
    const { world, actor, params, body } = call
    const { proof, ...said } = body
    const provedBy = await provePerson(world, call, proof)
    return world.records.within(actor, async (tx) => {
      await signAudit(tx, actor, params.audit, { ...said, provedBy, at: world.now() }, askingOf(world, actor))
      return pageOf(world, tx, actor, params.audit)
    })
  },
  'POST /api/organizations/:organization/audits/:audit/addenda': ({ world, actor, params, body }) =>
    world.records.within(actor, async (tx) => {
      await readAudit(tx, params.audit)
      await addAddendum(tx, actor, params.audit, body.says, world.now())
      return pageOf(world, tx, actor, params.audit)
    }),
}

export const audits = { endpoints: auditsApi, handlers }

/** In bytes: a checklist holds some three hundred lines. */
const largest = 10_000_000

async function checklistOf({ content }: World, tx: Tx, id: string) {
  const audit = await readAudit(tx, id)
  const { requirements } = openLibrary(content).catalogue
  const order = new Map(requirements.map((one, at) => [one.id, at]))
  return { audit, lines: await readChecklist(tx, id, order) }
}

function askingOf({ content, now }: World, { organization }: Actor): Asking {
  return { organization, library: openLibrary(content), models: openKnowledge(content).models, now: now() }
}

function writingOf({ content, now }: World) {
  const { catalogue } = openLibrary(content)
  return { processes: { catalogue, models: openKnowledge(content).models }, at: now() }
}

async function pageOf(world: World, tx: Tx, actor: Actor, id: string): Promise<AuditPageView> {
  const page = await readAuditPage(tx, actor, id, askingOf(world, actor))
  const { audit, lines, findings, samples, auditors, candidates, signature } = page
  return {
    ...viewOf(audit),
    lines: lines.map((line) => ({ ...line, results: [...line.results], evidence: [...line.evidence] })),
    findings: findings.map((finding) => ({
      id: finding.id,
      name: findingName(finding),
      grade: finding.grade,
      title: finding.title,
      state: finding.state,
      requirements: [...finding.requirements],
      lacks: [...lacksOfText(finding)],
    })),
    samples: [...samples],
    auditors: auditors.map(withWork),
    candidates: candidates.map(withWork),
    moves: page.moves.map(({ to, name, asksReason }) => ({ to, name, asksReason })),
    lacks: [...page.lacks],
    lacksOfReport: [...page.lacksOfReport],
    report: page.report,
    seal: page.seal,
    ...(signature ? { signature } : {}),
    addenda: [...page.addenda],
  }
}

function withWork<T extends { ownWork: readonly { about: readonly string[] }[] }>(one: T) {
  type Work = T['ownWork'][number]
  return { ...one, ownWork: one.ownWork.map((work: Work) => ({ ...work, about: [...work.about] })) }
}

function viewOf(audit: Audit): AuditView {
  const {
    id,
    number,
    kind,
    title,
    state,
    clauses,
    because,
    plannedOn,
    heldOn,
    criteria,
    method,
    lead,
    team,
    version,
  } = audit
  return {
    id,
    number,
    name: auditName(audit),
    kind,
    title,
    state,
    clauses: [...clauses],
    because,
    plannedOn,
    heldOn,
    criteria,
    method,
    lead,
    team: [...team],
    version,
  }
}
