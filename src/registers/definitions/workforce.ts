import { z } from 'zod'
import type { Data, Fault } from '../definition.ts'
import { define } from '../definition.ts'

/** The levels of leaders; the first word stands for everybody else. */
export const leaderLevels = ['not a leader', 'top', 'middle', 'team lead'] as const

/** Everybody who works under the control of the organization, contractors too: who is trained, asked and led. */
export const workforce = define(
  {
    id: 'workforce',
    title: 'People in scope',
    one: 'person in scope',
    says: 'Everybody who works on the services under our control, contractors too: unit, roles, and who leads. Surveys, training and the leadership index start here.',
    prefix: 'PER',
    clauses: ['5.3', '7.2', '7.3'],
    label: 'name',
    reads: 'read people',
    fields: [
      { name: 'name', label: 'Name', kind: 'text', required: true, section: 'The person' },
      {
        name: 'email',
        label: 'E-mail',
        kind: 'text',
        section: 'The person',
        help: 'Links to surveys and courses go there; who signs in with it finds the own courses.',
      },
      {
        name: 'unit',
        label: 'Unit',
        kind: 'text',
        required: true,
        section: 'The person',
        help: 'The team by which results are shown, such as Service desk.',
      },
      { name: 'roles', label: 'Roles held', kind: 'link', into: 'roles', many: true, section: 'The person' },
      { name: 'is_contractor', label: 'Contractor', kind: 'yes or no', section: 'The person' },
      { name: 'works_for', label: 'Works for', kind: 'link', into: 'parties', section: 'The person' },
      {
        name: 'leader',
        label: 'Leads as',
        kind: 'choice',
        choices: [...leaderLevels],
        section: 'Leading',
        help: 'Leaders inside the scope of the change are counted in the leadership index.',
      },
      {
        name: 'manager',
        label: 'Line manager',
        kind: 'person',
        section: 'Leading',
        help: 'E-mail address; is told when a course stays undone.',
      },
    ],
    states: ['active', 'away', 'left'],
    ended: ['left'],
    moves: [
      { from: 'active', to: 'away', says: 'Away for long', asksReason: true },
      { from: 'away', to: 'active', says: 'Back again' },
      { from: 'active', to: 'left', says: 'Has left' },
      { from: 'away', to: 'left', says: 'Has left' },
      { from: 'left', to: 'active', says: 'Came back' },
    ],
    view: { columns: ['name', 'unit', 'roles', 'leader', 'is_contractor', 'manager'], sort: 'name' },
  },
  { examine: examinePerson },
)

function examinePerson({ email }: Data): readonly Fault[] {
  if (email === undefined || z.email().safeParse(email).success) return []
  return [
    { field: 'email', message: `${String(email)} is no e-mail address: write one such as ada@example.org` },
  ]
}
