import { examineStatement } from '../customer-statement.ts'
import { define } from '../definition.ts'

const [words, allowed] = ['What was said', 'What we may do with it']

/** What customers say of the services in their own words, and what they allowed us to do with it. */
export const customerStatements = define(
  {
    id: 'customer-statements',
    title: 'Customer statements',
    one: 'customer statement',
    says: 'What customers say of the services in their own words, with the day, and with the consent to use it: evidence of satisfaction beside surveys and complaints, and an input of management reviews.',
    prefix: 'CST',
    clauses: ['8.3.2', '9.3'],
    label: 'title',
    fields: [
      { name: 'title', label: 'In a few words', kind: 'text', required: true, section: words },
      { name: 'statement', label: 'Statement', kind: 'long text', required: true, section: words },
      { name: 'customer', label: 'Customer', kind: 'text', required: true, section: words },
      { name: 'person', label: 'Said by', kind: 'text', section: words },
      { name: 'said_on', label: 'Said on', kind: 'day', section: words },
      {
        name: 'tone',
        label: 'Tone',
        kind: 'choice',
        choices: ['praise', 'mixed', 'criticism'],
        required: true,
        section: words,
        help: 'Criticism is kept as well: a collection of praise alone is no evidence.',
      },
      {
        name: 'came_by',
        label: 'Came by',
        kind: 'choice',
        choices: ['service review', 'survey', 'letter or message', 'conversation', 'other'],
        section: words,
      },
      { name: 'services', label: 'Services', kind: 'link', into: 'services', many: true, section: words },
      { name: 'owner', label: 'Owner', kind: 'person', section: words },
      {
        name: 'consent',
        label: 'Consent',
        kind: 'choice',
        choices: ['none', 'inside the house', 'without a name', 'with name'],
        section: allowed,
      },
      { name: 'consent_on', label: 'Given on', kind: 'day', section: allowed },
      { name: 'consent_until', label: 'Holds until', kind: 'day', section: allowed },
      { name: 'used_in', label: 'Used in', kind: 'text', section: allowed },
      { name: 'follow_up', label: 'What follows from it', kind: 'long text', section: allowed },
    ],
    states: ['received', 'usable', 'withdrawn'],
    ended: ['withdrawn'],
    moves: [
      { from: 'received', to: 'usable', says: 'May be used', needs: ['consent', 'consent_on', 'said_on'] },
      { from: 'received', to: 'withdrawn', says: 'Withdraw', asksReason: true },
      { from: 'usable', to: 'withdrawn', says: 'Consent withdrawn', asksReason: true },
      { from: 'withdrawn', to: 'received', says: 'Keep again', asksReason: true },
    ],
    view: { columns: ['title', 'customer', 'tone', 'services', 'said_on', 'consent'], sort: '-said_on' },
  },
  { examine: examineStatement },
)
