import { define } from '../definition.ts'

/** Tenders and bids: whether a certificate was asked for, and how they ended. */
export const tenders = define({
  id: 'tenders',
  title: 'Tenders',
  one: 'tender',
  says: 'Tenders and bids, whether a certificate was a condition, and whether they were won or lost. What the benefit of tenders in the business case can stand on.',
  prefix: 'TND',
  clauses: ['4.2', '8.3.2'],
  label: 'title',
  fields: [
    { name: 'title', label: 'Tender', kind: 'text', required: true, section: 'The tender' },
    { name: 'customer', label: 'Customer', kind: 'text', required: true, section: 'The tender' },
    {
      name: 'certificate',
      label: 'Certificate',
      kind: 'choice',
      choices: ['condition', 'advantage', 'not asked'],
      required: true,
      section: 'The tender',
      help: 'Condition: without ISO/IEC 20000-1 no offer is read.',
    },
    { name: 'value', label: 'Margin a year', kind: 'money', least: 0, section: 'The tender' },
    { name: 'due_on', label: 'Offer due on', kind: 'day', section: 'The tender' },
    { name: 'owner', label: 'Owner', kind: 'person', section: 'The tender' },
    { name: 'decided_on', label: 'Decided on', kind: 'day', section: 'How it ended' },
    {
      name: 'because',
      label: 'Why',
      kind: 'long text',
      section: 'How it ended',
      help: 'As the customer said it, such as: no certificate of the provider.',
    },
  ],
  states: ['open', 'won', 'lost', 'not offered'],
  ended: ['won', 'lost', 'not offered'],
  moves: [
    { from: 'open', to: 'won', says: 'Won', needs: ['decided_on'] },
    { from: 'open', to: 'lost', says: 'Lost', needs: ['decided_on', 'because'] },
    { from: 'open', to: 'not offered', says: 'No offer was made', needs: ['because'] },
    { from: 'won', to: 'open', says: 'Open again', asksReason: true },
    { from: 'lost', to: 'open', says: 'Open again', asksReason: true },
    { from: 'not offered', to: 'open', says: 'Open again', asksReason: true },
  ],
  view: { columns: ['title', 'customer', 'certificate', 'value', 'owner', 'due_on'], sort: '-due_on' },
})
