import { openGuides } from '#content/guides.ts'
import { openImprovement } from '#content/improvement.ts'
import { openKnowledge } from '#content/knowledge.ts'
import { openPlaybookText } from '#content/playbook.ts'
import type { ActionGroup, OpenAction, PlaybookInput } from '#deliver/playbook.ts'
import { openPlaybookSpeech } from '#deliver/programme-speech.ts'
import { catalogue, pack, reportInput } from './report-input.ts'

/** Tasks and improvements of every kind: open, overdue, closed, without a day, without an owner. */
const actions: readonly ActionGroup[] = [
  {
    title: 'Improvements',
    items: [
      action('IMP-001', 'Password resets without a call', {
        owner: 'Ada',
        due: '2026-09-30',
        state: 'approved',
      }),
      action('IMP-002', 'One form for *all* #access requests', { due: '2026-06-30', state: 'implementing' }),
      action('IMP-003', 'Closed long ago', { isOpen: false, state: 'closed' }),
      action('IMP-004', 'Somebody should', { state: 'raised' }),
    ],
  },
  { title: 'Corrective actions', items: undefined },
]

function action(key: string, title: string, other: Partial<OpenAction>): OpenAction {
  return { key, title, owner: '', due: undefined, state: '', isOpen: true, ...other }
}

/** An organization that has everything the cycle needs. */
export function playbookInput(): PlaybookInput {
  const { organization, version, collected, assessment } = reportInput()
  return {
    ...emptyPlaybookInput(),
    organization,
    version,
    collected,
    assessment,
    certificate: { on: '2026-11-30', basis: 'agreed in the roadmap' },
    actions,
    watched: [
      {
        id: 'KPI-010',
        title: 'Incidents resolved in time',
        owner: 'Grace',
        cadence: 'monthly',
        answers: 'share',
        unit: 'share',
        target: 0.95,
        isReached: false,
        latest: { period: '2026-06', number: 0.914, n: 120 },
        limits: { low: 0.861, high: 0.993 },
        whyNoLimits: undefined,
        openSignals: 1,
      },
    ],
    audits: [
      { key: 'AUD-001', title: 'Change and release', on: '2026-09-01', auditors: 'Grace', state: 'planned' },
    ],
    reviews: [{ on: '2026-12-01', title: 'Management review', state: 'planned' }],
  }
}

/** An organization on its first day. */
export function emptyPlaybookInput(speech = openPlaybookSpeech(pack, 'en')): PlaybookInput {
  return {
    speech,
    organization: 'First Day Ltd',
    madeOn: '2026-07-06',
    version: '0.1.0',
    shelf: openGuides(pack),
    text: openPlaybookText(pack),
    duties: openImprovement(pack).duties,
    models: openKnowledge(pack).models,
    catalogue: catalogue(),
    actions: [],
  }
}
