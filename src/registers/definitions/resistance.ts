import { define } from '../definition.ts'

/** What holds people back; the five steps and what comes after them. */
export const barriers = ['awareness', 'desire', 'knowledge', 'ability', 'reinforcement'] as const

/** Signs that people do not follow, with what is done about the cause. About groups, never about single persons. */
export const resistance = define({
  id: 'resistance',
  title: 'Resistance',
  one: 'sign of resistance',
  says: 'Signs that a group does not follow, the likely cause, the measure that fits it, and whether it helped. Groups, not persons.',
  prefix: 'RES',
  clauses: ['5.1', '7.3', '7.4'],
  label: 'sign',
  fields: [
    {
      name: 'sign',
      label: 'Sign',
      kind: 'text',
      required: true,
      section: 'What is seen',
      help: 'Such as: changes keep being made outside the tool.',
    },
    { name: 'unit', label: 'Group', kind: 'text', required: true, section: 'What is seen' },
    { name: 'seen_on', label: 'Seen on', kind: 'day', required: true, section: 'What is seen' },
    {
      name: 'seen_in',
      label: 'Seen in',
      kind: 'text',
      section: 'What is seen',
      help: 'A check, a survey, a talk.',
    },
    {
      name: 'cause',
      label: 'Likely cause',
      kind: 'choice',
      choices: [...barriers],
      section: 'What is done',
      help: 'Awareness: the sponsor explains why. Desire: talks, and nuisances taken away. Knowledge: role training. Ability: time, coaching, the tool. Reinforcement: recognition, old ways closed.',
    },
    { name: 'measure', label: 'Measure', kind: 'long text', section: 'What is done' },
    { name: 'owner', label: 'Owner', kind: 'person', section: 'What is done' },
    { name: 'due_on', label: 'Due on', kind: 'day', section: 'What is done' },
    { name: 'effect', label: 'What it changed', kind: 'long text', section: 'What is done' },
  ],
  states: ['noted', 'in hand', 'eased', 'persists', 'closed'],
  ended: ['closed'],
  moves: [
    { from: 'noted', to: 'in hand', says: 'Take in hand', needs: ['cause', 'measure', 'owner', 'due_on'] },
    { from: 'noted', to: 'closed', says: 'Was none', asksReason: true },
    { from: 'in hand', to: 'eased', says: 'It helped', needs: ['effect'] },
    { from: 'in hand', to: 'persists', says: 'It did not help', needs: ['effect'] },
    { from: 'persists', to: 'in hand', says: 'Try another measure' },
    { from: 'eased', to: 'closed', says: 'Close' },
    { from: 'eased', to: 'in hand', says: 'It came back', asksReason: true },
  ],
  view: { columns: ['sign', 'unit', 'cause', 'owner', 'due_on'], sort: '-seen_on' },
})
