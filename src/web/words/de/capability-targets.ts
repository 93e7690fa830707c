import type { capabilityTargets as english } from '../en/capability-targets.ts'
import type { Said } from '../said.ts'

/** Targets of capability, and the gap as far as tickets can tell. */
export const capabilityTargets: Said<typeof english> = {
  title: 'Fähigkeit',
  says_one: '{{count, number}} Prozess bleibt unter seinem Ziel.',
  says_other: '{{count, number}} Prozesse bleiben unter ihrem Ziel.',
  nothing: 'Kein Prozess bleibt unter seinem Ziel, soweit Tickets es zeigen.',
  rule: 'Ein Ziel hoher Priorität verlangt von den Prozessen dahinter Stufe 3, eines mittlerer Priorität Stufe 2, eines niedriger Priorität oder keines Stufe 1. Tickets geben nur zu den Attributen 1.1, 2.2 und 3.2 Hinweise: Eine Stufe ist damit nicht bewiesen.',
  process: 'Prozess',
  target: 'Ziel',
  goals: 'Aus Zielen',
  noGoal: 'kein Ziel: Er ist durchzuführen',
  shown: 'Was Tickets zeigen',
  standing: 'Stand',
  above: 'PA {{attribute}}: {{shown}}, verlangt über {{above}}',
  notSeen: 'PA {{attribute}}: nicht gesehen, verlangt über {{above}}',
  short_one: '{{count, number}} Punkt zu wenig',
  short_other: '{{count, number}} Punkte zu wenig',
  standings: {
    'reached as far as seen': 'nichts fehlt, soweit zu sehen',
    short: 'darunter',
    'not seen': 'nicht gesehen',
  },
  change: 'Ziel festlegen',
  level: 'Stufe',
  reason: 'Warum diese Stufe',
  save: 'Festlegen',
  clear: 'Wieder den Zielen folgen',
  setBy: 'Aus den Zielen folgte Stufe {{derived}}. {{by}}: {{reason}}',
}
