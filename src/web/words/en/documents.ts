/** The page of documents. */
export const documents = {
  none: 'No document yet',
  noneSays:
    'The gap analysis report is made from the newest evidence and the ratings as they stand. It takes up to a minute; you may leave this page meanwhile.',
  made: 'Documents made',
  pack: 'Evidence pack',
  packSays:
    'All facts, answers, questions and results with the audit trail in one zip file: anybody can check it without this program.',
  packDo: 'Download the evidence pack',
  says: 'Newest: {{title}}, made on {{at}} by {{by}}.',
  saysNone:
    'Make the gap analysis report: every requirement with its rating, gaps and evidence, ready to print.',
  make: 'Make the gap analysis report',
  makeGuides: 'Make the process guidelines (Word)',
  makePlaybook: 'Make the improvement playbook (PDF)',
  toMake: 'What can be made',
  whyGaps: 'Every requirement with its rating, gaps and evidence, for whoever prepares the audit. PDF.',
  whyGuides:
    'Roles, activities, flow, rules and KPIs of each process with your own figures, for those who do the work. Word.',
  whyPlaybook:
    'How improvement goes on: cycle, roles, criteria, calendar and the register as it stands, for those who keep it alive. PDF.',
  makeStrategy: 'Make the strategy framework (PowerPoint)',
  whyStrategy:
    'Goals, alignment, principles, roles, roadmap, KPIs, money and the decision, as slides that you can change, for sponsor and board. PowerPoint.',
  makeOscal: 'Make the OSCAL files (JSON)',
  makeOpen: 'Take everything out (CSV and JSON)',
  whyOpen:
    'Every register, statement, rating, plan and decision with the audit trail, as plain CSV and JSON in one zip file with hashes, for whoever runs the programme.',
  whyOscal:
    'The catalogue, the results and the plan of action for other programs, by the open standard of NIST. JSON in a zip file.',
  makeRoadmap: 'Make the implementation roadmap (Excel)',
  whyRoadmap:
    'Tasks, dates, work by role and week, responsibilities and cost with live formulas, for whoever leads the programme; comes back by the page of the roadmap. Excel.',
  makeSummary: 'Make the executive summary (PDF)',
  whySummary: 'Decision, figures, dates and risks on one page, to be read in three minutes. PDF.',
  makeCase: 'Make the business case (Excel)',
  whyCase:
    'Inputs, cash flow, value, payback and scenarios with live formulas, for the finance partner. Excel.',
  makeAwareness: 'Make the awareness deck (PowerPoint)',
  whyAwareness:
    'What everybody has to know, with your own figures, speaker notes and a quiz, for whoever teaches. PowerPoint.',
  makeForms: 'Make the forms (Word)',
  whyForms:
    'Request for change, release plan, report after a severe interruption and post-implementation review with fields to fill in. Word, in a zip file.',
  forWhom: 'For',
  forAll: 'everybody',
  whichGuide: 'Which',
  allGuides: 'all guides in one volume',
  fullGuide: '{{title}} (full length)',
  isMaking: 'A document is being made already.',
  from: 'Made from',
  fromNow: 'Everything as it stands now',
  snapshot: 'Snapshot {{number}} of {{on}}',
  snapshotNamed: 'Snapshot {{number}} of {{on}}: {{name}}',
  between: 'Between snapshots {{since}} and {{number}}',
  byItself: 'itself',
  sinceThen: 'Since then',
  makeSet: 'Write the whole set',
  whySet:
    'Every document below from one snapshot, so that their figures agree. What has not changed since is handed out as it was written, byte for byte.',
  nothingSince: 'nothing changed',
  changesSince_one: '{{count, number}} change',
  changesSince_other: '{{count, number}} changes',
  hasNewer: 'newer snapshot',
  leftOut: 'Not in the set:',
  language: 'Language',
  languageSays:
    'Titles, scales and fixed sentences are in this language. Long texts without a checked translation stay in English, and the document says so.',
  title: 'Document',
  at: 'Made on',
  by: 'By',
  size: 'Size',
  hash: 'SHA-256',
} as const
