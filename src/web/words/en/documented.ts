/** What management signs, on the page of documents. */
export const documented = {
  title: 'What management signs',
  says: 'Scope, policy, plan, agreements, audits and reviews as Word files, filled from the registers. What is not recorded is said in the document and listed at its end; nothing is made up.',
  language: 'Language of the documents',
  which: '{{number}}, clause {{clauses}}',
  about: 'About',
  make: 'Fill: {{title}} (Word)',
  whole: 'Nothing is missing before approval.',
  inDocument: 'What is missing for this one stands at the end of the document.',
  missing_one: 'One thing is missing before approval',
  missing_other: '{{count}} things are missing before approval',
  missingFirst_one: 'One thing is missing before approval: {{name}}',
  missingFirst_other: '{{count}} things are missing before approval: {{name}}',
} as const
