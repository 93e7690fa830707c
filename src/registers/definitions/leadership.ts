import { define } from '../definition.ts'
import { actKinds, examineAct } from '../leader-act.ts'

/** What leaders did for the change; somebody else confirms it, or it does not count. */
export const leadershipActs = define(
  {
    id: 'leadership-acts',
    title: 'Acts of leadership',
    one: 'act of leadership',
    says: 'What leaders did for the change: sponsor tasks, talks, taking part, decisions. Counted once somebody else has confirmed it.',
    prefix: 'LEA',
    clauses: ['5.1'],
    label: 'title',
    reads: 'confirm leadership acts',
    writes: 'confirm leadership acts',
    fields: [
      { name: 'title', label: 'What', kind: 'text', required: true, section: 'The act' },
      { name: 'leader', label: 'Leader', kind: 'person', required: true, section: 'The act' },
      {
        name: 'kind',
        label: 'Kind',
        kind: 'choice',
        choices: [...actKinds],
        required: true,
        section: 'The act',
      },
      {
        name: 'asked_on',
        label: 'Asked or invited on',
        kind: 'day',
        section: 'The act',
        help: 'Of a decision: when it was asked for. Of taking part: when the invitation came.',
      },
      {
        name: 'due_on',
        label: 'Due on',
        kind: 'day',
        section: 'The act',
        help: 'Of a sponsor task, a review, an audit.',
      },
      {
        name: 'done_on',
        label: 'Done on',
        kind: 'day',
        section: 'The act',
        help: 'Empty while it is open, or was missed.',
      },
      { name: 'seen_in', label: 'Shown by', kind: 'text', section: 'The act' },
      {
        name: 'confirmed_by',
        label: 'Confirmed by',
        kind: 'person',
        section: 'Confirmation',
        help: 'Somebody of the audience, or the programme office; never the leader.',
      },
    ],
    states: ['open', 'declared', 'confirmed', 'missed', 'rejected'],
    ended: ['confirmed', 'missed', 'rejected'],
    moves: [
      { from: 'open', to: 'declared', says: 'Done', needs: ['done_on'] },
      { from: 'open', to: 'missed', says: 'Missed' },
      {
        from: 'declared',
        to: 'confirmed',
        says: 'Confirm',
        needs: ['done_on', 'confirmed_by'],
        notBy: ['leader'],
      },
      { from: 'declared', to: 'rejected', says: 'Not confirmed', asksReason: true },
      { from: 'missed', to: 'open', says: 'Ask again' },
      { from: 'rejected', to: 'declared', says: 'Declare again' },
    ],
    view: { columns: ['title', 'leader', 'kind', 'due_on', 'done_on', 'confirmed_by'], sort: '-done_on' },
  },
  { examine: examineAct },
)
