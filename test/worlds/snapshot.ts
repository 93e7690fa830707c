import { openKnowledge } from '#content/knowledge.ts'
import { openLibrary } from '#content/library.ts'
import { withOwnProcesses } from '#content/own-processes.ts'
import { openStrategy } from '#content/strategy.ts'
import type { SnapshotMatter } from '#deliver/snapshot-matter.ts'
import type { OpenSnapshot, Origin } from '#deliver/write-from-snapshot.ts'
import { fullMatter } from './programme.ts'
import { pack, reportInput } from './report-input.ts'

const { collected: _, assessment, ...programme } = fullMatter
const { ingested, services } = reportInput()
const { models } = withOwnProcesses(openKnowledge(pack), '/nowhere')
const [first] = openLibrary(pack).catalogue.requirements

/** A snapshot with everything: tickets, gaps, goals, roadmap, money, people, KPIs, findings and registers. */
export function wholeSnapshot(number = 1, more: Partial<SnapshotMatter> = {}): OpenSnapshot {
  const matter: SnapshotMatter = {
    assessment,
    ...(fullMatter.collected ? { evidence: fullMatter.collected } : {}),
    tickets: ingested,
    processes: { models, services },
    programme,
    improvement: {
      certificate: { on: '2027-03-01', basis: 'agreed in the roadmap' },
      actions: [],
      watched: undefined,
      audits: undefined,
      reviews: undefined,
    },
    kpis: [
      {
        kpi: 'KPI-001',
        title: 'Resolved in time',
        owner: 'Ada',
        answers: 'share',
        unit: '',
        direction: 'up',
        target: 0.9,
        points: [{ period: '2026-05', number: 0.912, n: 410 }],
        limits: { low: 0.881, high: 0.943 },
        openSignals: 0,
      },
    ],
    findings: [
      {
        id: 'finding-1',
        name: 'FND-1',
        title: 'Approval after start',
        grade: 'minor',
        state: 'raised',
        isOpen: true,
        owner: 'Ada',
        dueOn: '2026-09-01',
        requirements: first ? [first.id] : [],
      },
    ],
    registers: [
      {
        register: 'risks',
        title: 'Risks',
        isForAll: true,
        records: [
          {
            id: 'risks-1',
            serial: 1,
            version: 1,
            number: 'RSK-1',
            label: 'Tills stop',
            state: 'assessed',
            data: { level: 'high' },
          },
        ],
      },
      { register: 'stakeholders', title: 'Stakeholders', isForAll: false, records: [] },
    ],
    remedies: [],
    documented: {
      people: {},
      phases: openStrategy(pack).phases.map(({ id }) => ({ id, signedBy: undefined, signedOn: undefined })),
      audits: [],
      findings: [],
      reviews: [],
      actions: [],
      services: {},
    },
    ...more,
  }
  const sha256 = String(number).repeat(64).slice(0, 64)
  return { name: { number, on: programme.madeOn, sha256 }, matter }
}

/** What the documents of a snapshot are written with: the real pack, in English, without a brand of one's own. */
export function originOf(snapshot: OpenSnapshot, more: Partial<Origin> = {}): Origin {
  return { snapshot, content: pack, language: 'en', brand: undefined, ...more }
}
