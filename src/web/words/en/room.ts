/** The evidence room. */
export const room = {
  says: 'What {{organization}} shows an auditor from outside. Nothing can be changed here; what is opened is kept in the audit trail.',
  draw: 'Draw a sample',
  scope: 'Scope',
  approved: 'Approved on {{day}}',
  services: 'Services',
  parties: 'Suppliers and other parties',
  documents: 'Documented information',
  evidence: 'Evidence by requirement',
  evidenceSays_one:
    '{{count, number}} requirement, {{files, number}} files with the hash under which they are kept',
  evidenceSays_other:
    '{{count, number}} requirements, {{files, number}} files with the hash under which they are kept',
  list: 'Download the evidence list (CSV)',
  count_one: '{{count, number}} entry',
  count_other: '{{count, number}} entries',
  checks_one: '{{count, number}} check',
  checks_other: '{{count, number}} checks',
  ratings: 'The organization’s own ratings',
  ratingsSay: 'They are not shown unless you open them.',
  openRatings: 'Open the ratings',
} as const
