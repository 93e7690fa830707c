import { define } from '../definition.ts'
import { examineChosen, judgeConditions } from '../option-conditions.ts'
import { costOfWay, examineWay } from '../ways-cost.ts'

const [way, paid, own, result] = ['The way', 'What is paid to others', 'Own people', 'What it comes to']
const amount = { kind: 'money', least: 0 } as const
const days = { kind: 'number', least: 0, unit: 'days' } as const

/** Ways to reach the same with what each costs: consultants, bought templates, a platform and own people. */
export const alternatives = define(
  {
    id: 'alternatives',
    title: 'Alternatives and what they cost',
    one: 'alternative',
    says: 'Ways to the same end side by side, such as consultants, bought templates, or own people with this platform: days and prices with their source, and what each costs over its years. All amounts in the currency of the business case.',
    prefix: 'ALT',
    clauses: ['4.4', '8.4.1'],
    label: 'title',
    fields: [
      { name: 'title', label: 'Alternative', kind: 'text', required: true, section: way },
      {
        name: 'way',
        label: 'Led by',
        kind: 'choice',
        choices: ['consultants', 'bought templates', 'own people', 'several of these'],
        required: true,
        section: way,
      },
      { name: 'years', label: 'Years looked at', kind: 'number', least: 1, most: 10, section: way },
      { name: 'months', label: 'Months until the certificate', kind: 'number', least: 0, section: way },
      { name: 'owner', label: 'Owner', kind: 'person', section: way },
      { name: 'external_days_low', label: 'Consultancy, low', ...days, section: paid },
      { name: 'external_days', label: 'Consultancy, likely', ...days, section: paid },
      { name: 'external_days_high', label: 'Consultancy, high', ...days, section: paid },
      { name: 'external_rate', label: 'Rate of a day of consultancy', ...amount, section: paid },
      { name: 'documents', label: 'Documents bought', kind: 'number', least: 0, section: paid },
      { name: 'document_price', label: 'Price of one document', ...amount, section: paid },
      { name: 'licence_once', label: 'Licences and tools, once', ...amount, section: paid },
      { name: 'licence_yearly', label: 'Licences and tools, a year', ...amount, section: paid },
      { name: 'own_days_low', label: 'Own days, low', ...days, section: own },
      { name: 'own_days', label: 'Own days, likely', ...days, section: own },
      { name: 'own_days_high', label: 'Own days, high', ...days, section: own },
      { name: 'own_rate', label: 'Cost of an own day', ...amount, section: own },
      {
        name: 'source',
        label: 'Where the prices come from',
        kind: 'text',
        required: true,
        section: result,
        help: 'An offer with its day, a rate card, or a claim by its number, such as C-15, which then stays unverified.',
      },
      { name: 'cost_low', label: 'Cost, low', kind: 'money', computed: true, section: result },
      { name: 'cost_likely', label: 'Cost, likely', kind: 'money', computed: true, section: result },
      { name: 'cost_high', label: 'Cost, high', kind: 'money', computed: true, section: result },
      { name: 'cost_paid', label: 'Of it paid to others', kind: 'money', computed: true, section: result },
      { name: 'because', label: 'What speaks for and against', kind: 'long text', section: result },
    ],
    states: ['compared', 'chosen', 'declined'],
    ended: ['declined'],
    moves: [
      { from: 'compared', to: 'chosen', says: 'Choose', needs: ['because'] },
      { from: 'compared', to: 'declined', says: 'Decline', asksReason: true },
      { from: 'chosen', to: 'compared', says: 'Compare again', asksReason: true },
      { from: 'declined', to: 'compared', says: 'Compare again' },
    ],
    view: {
      columns: ['title', 'way', 'months', 'cost_low', 'cost_likely', 'cost_high', 'cost_paid', 'source'],
      sort: 'cost_likely',
    },
  },
  { derive: costOfWay, examine: examineWay },
)

const [option, conditions, work] = ['The option', 'What it takes', 'Effort and risk']

/** Strategies by which an organization can come to conformity, with what each takes. */
export const strategyOptions = define(
  {
    id: 'strategy-options',
    title: 'Strategy options',
    one: 'strategy option',
    says: 'Ways to conformity, such as step by step, everything at once, or together with another standard: the conditions each needs, its effort and risk, and which was chosen and why.',
    prefix: 'SOP',
    clauses: ['4.4', '5.1', '6.2.2'],
    label: 'title',
    fields: [
      { name: 'title', label: 'Option', kind: 'text', required: true, section: option },
      { name: 'says', label: 'What is done', kind: 'long text', required: true, section: option },
      { name: 'suits', label: 'Suits', kind: 'text', section: option },
      { name: 'goals', label: 'Goals it serves', kind: 'link', into: 'goals', many: true, section: option },
      { name: 'owner', label: 'Owner', kind: 'person', section: option },
      {
        name: 'conditions',
        label: 'Conditions',
        kind: 'rows',
        section: conditions,
        help: 'One row a condition: what has to hold, whether it does, and what shows it.',
        rows: [
          { name: 'condition', label: 'Condition', kind: 'text', required: true },
          { name: 'holds', label: 'Holds', kind: 'choice', choices: ['yes', 'no', 'not known'] },
          { name: 'shown_by', label: 'Shown by', kind: 'text' },
        ],
      },
      {
        name: 'conditions_met',
        label: 'Conditions that hold',
        kind: 'number',
        unit: '%',
        computed: true,
        section: conditions,
      },
      { name: 'effort_days_low', label: 'Own effort, low', ...days, section: work },
      { name: 'effort_days', label: 'Own effort, likely', ...days, section: work },
      { name: 'effort_days_high', label: 'Own effort, high', ...days, section: work },
      { name: 'months', label: 'Months until the certificate', kind: 'number', least: 0, section: work },
      { name: 'risk', label: 'Risk', kind: 'choice', choices: ['low', 'medium', 'high'], section: work },
      { name: 'risk_says', label: 'What can go wrong', kind: 'long text', section: work },
      { name: 'alternative', label: 'Costed as', kind: 'link', into: 'alternatives', section: work },
      { name: 'because', label: 'Why chosen or declined', kind: 'long text', section: work },
    ],
    states: ['compared', 'chosen', 'declined'],
    ended: ['declined'],
    moves: [
      { from: 'compared', to: 'chosen', says: 'Choose', needs: ['because', 'effort_days'] },
      { from: 'compared', to: 'declined', says: 'Decline', asksReason: true },
      { from: 'chosen', to: 'compared', says: 'Compare again', asksReason: true },
      { from: 'declined', to: 'compared', says: 'Compare again' },
    ],
    view: {
      columns: ['title', 'suits', 'conditions_met', 'effort_days', 'months', 'risk', 'owner'],
      sort: 'title',
    },
  },
  { derive: judgeConditions, examine: examineChosen },
)
