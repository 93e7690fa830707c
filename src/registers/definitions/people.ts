import { define } from '../definition.ts'

const levels = ['none', 'basic', 'able', 'expert']

/** Who answers for what, and what he or she must be able to do. */
export const roles = define({
  id: 'roles',
  title: 'Roles',
  one: 'role of service management',
  says: 'Process and service roles: responsibility, authority, who holds each of them, and the competence it needs.',
  prefix: 'ROL',
  clauses: ['5.3', '7.2'],
  keeps: ['DI-006'],
  label: 'name',
  fields: [
    { name: 'name', label: 'Role', kind: 'text', required: true, section: 'The role' },
    { name: 'responsibility', label: 'Responsibility', kind: 'long text', section: 'The role' },
    { name: 'authority', label: 'May decide', kind: 'long text', section: 'The role' },
    { name: 'process', label: 'Process or function', kind: 'text', section: 'The role' },
    { name: 'services', label: 'Services', kind: 'link', into: 'services', many: true, section: 'The role' },
    {
      name: 'accountable',
      label: 'Accountable person',
      kind: 'person',
      section: 'People',
      help: 'One person; everybody else who holds the role stands below.',
    },
    { name: 'deputy', label: 'Deputy', kind: 'person', section: 'People' },
    { name: 'holders', label: 'Others who hold it', kind: 'list', section: 'People' },
    { name: 'told_on', label: 'Made known on', kind: 'day', section: 'People' },
    {
      name: 'needs',
      label: 'Competence needed',
      kind: 'rows',
      section: 'Competence',
      rows: [
        { name: 'skill', label: 'Skill or knowledge', kind: 'text', required: true },
        { name: 'level', label: 'Level', kind: 'choice', choices: levels, required: true },
      ],
    },
  ],
  states: ['planned', 'in place', 'ended'],
  ended: ['ended'],
  moves: [
    { from: 'planned', to: 'in place', says: 'Put in place', needs: ['accountable'] },
    { from: 'in place', to: 'ended', says: 'End', asksReason: true },
    { from: 'planned', to: 'ended', says: 'Drop', asksReason: true },
    { from: 'ended', to: 'planned', says: 'Bring back' },
  ],
  view: { columns: ['name', 'process', 'accountable', 'deputy', 'told_on'], sort: 'name' },
})

/** What a person can do against what the role needs, with the proof. */
export const competence = define({
  id: 'competence',
  title: 'Competence',
  one: 'competence of a person',
  says: 'Person by person: level needed and reached, the proof that is kept, and whether measures to close a gap worked.',
  prefix: 'CMP',
  clauses: ['7.2'],
  keeps: ['DI-013', 'DI-014'],
  label: 'title',
  fields: [
    {
      name: 'title',
      label: 'Person and skill',
      kind: 'text',
      required: true,
      section: 'The competence',
      help: 'Such as: Ada Rossi, change management.',
    },
    { name: 'person', label: 'Person', kind: 'person', required: true, section: 'The competence' },
    { name: 'role', label: 'For the role', kind: 'link', into: 'roles', section: 'The competence' },
    { name: 'skill', label: 'Skill or knowledge', kind: 'text', section: 'The competence' },
    { name: 'needed', label: 'Level needed', kind: 'choice', choices: levels, section: 'The competence' },
    { name: 'reached', label: 'Level reached', kind: 'choice', choices: levels, section: 'The competence' },
    {
      name: 'judged_by',
      label: 'Judged by',
      kind: 'person',
      section: 'The competence',
      help: 'Somebody other than the person.',
    },
    { name: 'judged_on', label: 'Judged on', kind: 'day', section: 'The competence' },
    {
      name: 'proof',
      label: 'Proof',
      kind: 'choice',
      choices: ['education', 'certificate', 'test', 'experience', 'none yet'],
      section: 'Proof',
      help: 'Attach certificates and results below.',
    },
    { name: 'proof_until', label: 'Proof valid until', kind: 'day', section: 'Proof' },
    { name: 'measure', label: 'Measure to close the gap', kind: 'long text', section: 'Closing a gap' },
    { name: 'measure_on', label: 'Measure done on', kind: 'day', section: 'Closing a gap' },
    {
      name: 'effect',
      label: 'Whether it helped, and how that was tested',
      kind: 'long text',
      section: 'Closing a gap',
    },
  ],
  states: ['to be judged', 'gap', 'competent', 'ended'],
  ended: ['ended'],
  moves: [
    { from: 'to be judged', to: 'competent', says: 'Confirm', needs: ['reached', 'judged_by'] },
    { from: 'to be judged', to: 'gap', says: 'Record a gap', needs: ['needed', 'reached'] },
    { from: 'gap', to: 'competent', says: 'Gap closed', needs: ['effect'] },
    { from: 'competent', to: 'to be judged', says: 'Judge again' },
    { from: 'competent', to: 'ended', says: 'End', asksReason: true },
    { from: 'gap', to: 'ended', says: 'End', asksReason: true },
  ],
  view: { columns: ['title', 'person', 'role', 'needed', 'reached', 'proof', 'proof_until'], sort: 'title' },
})
