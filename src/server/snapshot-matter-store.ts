import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openState } from '#assessment/state-store.ts'
import { type Finding, findingName, isOpen } from '#audit/finding.ts'
import { readFindings } from '#audit/finding-store.ts'
import { openKnowledge } from '#content/knowledge.ts'
import { openLibrary } from '#content/library.ts'
import { withOwnProcesses } from '#content/own-processes.ts'
import { openStrategy } from '#content/strategy.ts'
import type { FrozenDocumented } from '#deliver/documented-matter.ts'
import type {
  FrozenFinding,
  FrozenKpi,
  FrozenProcesses,
  FrozenRegister,
  SnapshotMatter,
} from '#deliver/snapshot-matter.ts'
import { readFrozenDocumented } from '#documented/frozen-store.ts'
import { servicesOf } from '#evidence/services-store.ts'
import { readCalendar } from '#improvement/cycle-page-store.ts'
import { readLatestImport } from '#ingest/import-store.ts'
import type { KpiPage } from '#monitoring/describe-monitoring.ts'
import { readKpiPage, readMonitoring } from '#monitoring/monitoring-page-store.ts'
import { readAll } from '#registers/record-store.ts'
import { registers } from '#registers/registers.ts'
import { askingOf } from './asking.ts'
import { plannedRemedies, playbookMatter } from './jobs/playbook-matter.ts'
import { watchedOf } from './jobs/playbook-watched.ts'
import { readProgrammeMatter } from './programme-matter-store.ts'
import { openStanding } from './standing-store.ts'
import { wantedOf } from './wanted.ts'
import { watchingOf } from './watching.ts'
import { type Tx, type Workshop, workspaceOf } from './workshop.ts'

/** Reads everything that documents are made from, at one moment. */
export async function readSnapshotMatter(
  tx: Tx,
  shop: Pick<Workshop, 'content' | 'folder' | 'now'>,
  organization: string,
): Promise<SnapshotMatter> {
  const library = openLibrary(shop.content)
  const wanted = wantedOf(shop, organization)
  const state = await openState(tx, library, wanted)
  const collection = await openStanding(tx, { ...wanted, library })
  const imported = await readLatestImport(tx)
  const pages = await kpiPages(tx, shop, organization)
  const { collected: _, assessment, ...programme } = await readProgrammeMatter(tx, shop, organization)
  const watched = pages.filter(({ isEnded }) => !isEnded).map(watchedOf)
  return {
    assessment,
    ...(collection ? { evidence: collection.collected } : {}),
    ...(imported ? { tickets: imported.ingested } : {}),
    processes: await processesOf(shop, organization),
    programme,
    improvement: await playbookMatter(tx, {
      state,
      organization,
      watched: watched.length === 0 ? undefined : watched,
      calendar: await readCalendar(tx, await askingOf(shop, tx, organization)),
    }),
    kpis: pages.map(frozenKpi),
    findings: (await readFindings(tx)).map(frozenFinding),
    registers: await frozenRegisters(tx, organization),
    remedies: await plannedRemedies(tx),
    documented: await documentedPart(tx, shop, { organization, settings: state.organization.settings }),
  }
}

async function kpiPages(
  tx: Tx,
  shop: Pick<Workshop, 'content' | 'now'>,
  organization: string,
): Promise<readonly KpiPage[]> {
  const watching = watchingOf(shop, organization)
  const pages: KpiPage[] = []
  for (const { kpi } of await readMonitoring(tx, watching)) {
    const page = await readKpiPage(tx, watching, kpi)
    if (page) pages.push(page)
  }
  return pages
}

/** The models of the pack with the organization's own in their place, and what services the data name. */
async function processesOf(
  { content, folder }: Pick<Workshop, 'content' | 'folder'>,
  organization: string,
): Promise<FrozenProcesses> {
  const workspace = workspaceOf({ folder }, organization)
  const { models } = withOwnProcesses(openKnowledge(content), join(workspace, 'processes'))
  const hasEvents = existsSync(join(workspace, 'events.duckdb'))
  return { models, services: hasEvents ? await servicesOf(workspace) : [] }
}

function frozenKpi(page: KpiPage): FrozenKpi {
  const { kpi, title, owner, answers, unit, direction, judged, chart, openSignals } = page
  const limits = chart.limits?.points.at(-1)
  return {
    kpi,
    title,
    owner,
    answers,
    unit,
    direction,
    target: judged?.target,
    points: page.months.flatMap(({ period, number, n }) =>
      number === undefined ? [] : [{ period, number, n }],
    ),
    limits: limits && { low: limits.low, high: limits.high },
    openSignals,
  }
}

function frozenFinding(finding: Finding): FrozenFinding {
  const { id, title, grade, state, owner, dueOn, requirements } = finding
  return {
    id,
    name: findingName(finding),
    title,
    grade,
    state,
    isOpen: isOpen(finding),
    owner: owner?.name ?? '',
    dueOn,
    requirements,
  }
}

/** What documents that management signs are filled from, beside the registers. */
export function documentedPart(
  tx: Tx,
  { content, now }: Pick<Workshop, 'content' | 'now'>,
  { organization, settings }: Readonly<{ organization: string; settings: Readonly<Record<string, unknown>> }>,
): Promise<FrozenDocumented> {
  return readFrozenDocumented(tx, {
    organization,
    settings,
    library: openLibrary(content),
    models: openKnowledge(content).models,
    phases: openStrategy(content).phases,
    now: now(),
  })
}

/** Every register with its records. */
export async function frozenRegisters(tx: Tx, organization: string): Promise<readonly FrozenRegister[]> {
  const frozen: FrozenRegister[] = []
  for (const { register } of registers) {
    const records = await readAll(tx, organization, register.id)
    frozen.push({
      register: register.id,
      title: register.title,
      isForAll: register.reads === 'read registers',
      records: records.map(({ id, serial, number, version, label, state, data }) => ({
        id,
        serial,
        number,
        version,
        label,
        state,
        data,
      })),
    })
  }
  return frozen
}
