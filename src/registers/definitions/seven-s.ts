import { define } from '../definition.ts'

const [element, fit, act] = ['The element', 'How it fits', 'What is done']

/** A worksheet: seven elements of an organization, and whether they pull in the same direction. */
export const sevenS = define({
  id: 'seven-s',
  title: 'Seven elements (7-S)',
  one: 'worksheet entry',
  says: 'A worksheet for alignment by the 7-S model (Peters, Waterman and Phillips 1980): for each element how it is, how it has to be for the goals, and what is done about the difference. Optional; nothing is computed from it.',
  prefix: 'SVS',
  clauses: ['4.1', '5.1', '7.1'],
  label: 'title',
  fields: [
    {
      name: 'element',
      label: 'Element',
      kind: 'choice',
      choices: ['strategy', 'structure', 'systems', 'shared values', 'skills', 'style', 'staff'],
      required: true,
      section: element,
    },
    { name: 'title', label: 'In one sentence', kind: 'text', required: true, section: element },
    { name: 'now', label: 'How it is', kind: 'long text', required: true, section: element },
    { name: 'wanted', label: 'How it has to be', kind: 'long text', section: element },
    {
      name: 'fit',
      label: 'Fit with the other elements',
      kind: 'choice',
      choices: ['works against', 'does not help', 'fits in part', 'fits'],
      section: fit,
    },
    { name: 'shown_by', label: 'Shown by', kind: 'long text', section: fit },
    { name: 'goals', label: 'Goals it bears on', kind: 'link', into: 'goals', many: true, section: fit },
    { name: 'action', label: 'What is done', kind: 'long text', section: act },
    { name: 'initiative', label: 'Initiative', kind: 'link', into: 'initiatives', section: act },
    { name: 'owner', label: 'Owner', kind: 'person', section: act },
    { name: 'looked_on', label: 'Looked at on', kind: 'day', section: act },
  ],
  states: ['looked at', 'acted on', 'aligned'],
  ended: ['aligned'],
  moves: [
    { from: 'looked at', to: 'acted on', says: 'Act', needs: ['action', 'owner'] },
    { from: 'looked at', to: 'aligned', says: 'Fits', needs: ['fit', 'shown_by'] },
    { from: 'acted on', to: 'aligned', says: 'Fits', needs: ['fit', 'shown_by'] },
    { from: 'aligned', to: 'looked at', says: 'Look again' },
  ],
  view: { columns: ['element', 'title', 'fit', 'goals', 'owner', 'looked_on'], sort: 'element' },
})
