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
  isMaking: 'A document is being made already.',
  title: 'Document',
  at: 'Made on',
  by: 'By',
  size: 'Size',
  hash: 'SHA-256',
} as const
