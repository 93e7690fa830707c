import type { Data, Fault } from '../definition.ts'
import { define } from '../definition.ts'

const [what, course, result] = ['The audit', 'When and how long', 'Result']

/** An audit that found a major is closed once its correction was verified; the last day is not before the first. */
function examineAudit(data: Data, state: string): readonly Fault[] {
  const { begins_on: first, ends_on: last, majors, majors_verified_on: verified } = data
  if (typeof first === 'string' && typeof last === 'string' && last < first)
    return [{ field: 'ends_on', message: `the last day is before the first, ${first}` }]
  if (state === 'closed' && typeof majors === 'number' && majors > 0 && verified === undefined)
    return [
      {
        field: 'majors_verified_on',
        message: 'it found majors: say on which day the body verified their correction before closing',
      },
    ]
  return []
}

/** Audits by the certification body, from stage 1 to recertification. */
export const certificationAudits = define(
  {
    id: 'certification-audits',
    title: 'Audits by the certification body',
    one: 'audit by the certification body',
    says: 'Stage 1, stage 2, surveillance and recertification: the body, its auditor days, what it found, and what it decided on which conditions.',
    prefix: 'CBA',
    clauses: ['9.2', '10.1'],
    label: 'title',
    fields: [
      { name: 'title', label: 'Audit', kind: 'text', required: true, section: what },
      {
        name: 'kind',
        label: 'Kind',
        kind: 'choice',
        choices: ['stage 1', 'stage 2', 'surveillance 1', 'surveillance 2', 'recertification', 'special'],
        required: true,
        section: what,
      },
      { name: 'body', label: 'Certification body', kind: 'text', section: what },
      { name: 'auditors', label: 'Auditors', kind: 'text', section: what },
      { name: 'planned_on', label: 'Planned for', kind: 'day', section: course },
      { name: 'begins_on', label: 'First day', kind: 'day', section: course },
      { name: 'ends_on', label: 'Last day', kind: 'day', section: course },
      {
        name: 'auditor_days',
        label: 'Auditor days',
        kind: 'number',
        least: 0,
        most: 500,
        unit: 'days',
        section: course,
      },
      {
        name: 'result',
        label: 'Result',
        kind: 'choice',
        choices: ['recommended', 'recommended with conditions', 'not recommended'],
        section: result,
      },
      { name: 'conditions', label: 'Conditions', kind: 'long text', section: result },
      { name: 'majors', label: 'Major nonconformities', kind: 'number', least: 0, section: result },
      { name: 'minors', label: 'Minor nonconformities', kind: 'number', least: 0, section: result },
      {
        name: 'majors_verified_on',
        label: 'Majors verified on',
        kind: 'day',
        section: result,
        help: 'Not later than six months after the last day of stage 2, or another stage 2 is needed.',
      },
      { name: 'report', label: 'Report', kind: 'text', section: result, help: 'Its number or place.' },
    ],
    states: ['planned', 'held', 'closed', 'cancelled'],
    ended: ['closed', 'cancelled'],
    moves: [
      {
        from: 'planned',
        to: 'held',
        says: 'Held',
        needs: ['body', 'begins_on', 'ends_on', 'auditor_days', 'result', 'majors', 'minors'],
      },
      { from: 'planned', to: 'cancelled', says: 'Cancel', asksReason: true },
      { from: 'held', to: 'closed', says: 'Close' },
      { from: 'closed', to: 'held', says: 'Open again', asksReason: true },
      { from: 'cancelled', to: 'planned', says: 'Plan again' },
    ],
    view: {
      columns: ['title', 'kind', 'body', 'planned_on', 'ends_on', 'result', 'majors', 'minors'],
      sort: 'planned_on',
    },
  },
  { examine: examineAudit },
)

/** The certificates of the service management system. */
export const certificates = define({
  id: 'certificates',
  title: 'Certificates',
  one: 'certificate',
  says: 'Certificates for the service management system: number, body, scope, from when until when they hold, and why one was suspended or withdrawn.',
  prefix: 'CRT',
  clauses: ['4.3'],
  label: 'certificate_number',
  fields: [
    {
      name: 'certificate_number',
      label: 'Certificate number',
      kind: 'text',
      required: true,
      section: 'The certificate',
    },
    { name: 'body', label: 'Certification body', kind: 'text', required: true, section: 'The certificate' },
    { name: 'accreditation', label: 'Accredited by', kind: 'text', section: 'The certificate' },
    { name: 'scope', label: 'Scope', kind: 'long text', section: 'The certificate' },
    { name: 'issued_on', label: 'Decided on', kind: 'day', required: true, section: 'How long it holds' },
    { name: 'expires_on', label: 'Expires on', kind: 'day', required: true, section: 'How long it holds' },
    { name: 'since_on', label: 'State since', kind: 'day', section: 'How long it holds' },
    { name: 'because', label: 'Why', kind: 'long text', section: 'How long it holds' },
  ],
  states: ['valid', 'suspended', 'withdrawn', 'replaced'],
  ended: ['withdrawn', 'replaced'],
  moves: [
    { from: 'valid', to: 'suspended', says: 'Suspended', needs: ['because', 'since_on'] },
    { from: 'valid', to: 'withdrawn', says: 'Withdrawn', needs: ['because', 'since_on'] },
    { from: 'valid', to: 'replaced', says: 'Replaced by a new one' },
    { from: 'suspended', to: 'valid', says: 'Valid again', asksReason: true },
    { from: 'suspended', to: 'withdrawn', says: 'Withdrawn', needs: ['because', 'since_on'] },
  ],
  view: { columns: ['certificate_number', 'body', 'issued_on', 'expires_on', 'scope'], sort: '-issued_on' },
})

/** That a recurring duty was done, where no other record shows it. */
export const activities = define({
  id: 'activities',
  title: 'Recurring duties done',
  one: 'duty that was done',
  says: 'That something was done which has to be done again and again, where no other record shows it: on which day, by whom, with what result.',
  prefix: 'ACT',
  clauses: ['8.1', '9.1', '7.5.4'],
  label: 'title',
  fields: [
    { name: 'title', label: 'What was done', kind: 'text', required: true, section: 'What was done' },
    {
      name: 'duty',
      label: 'Duty',
      kind: 'text',
      required: true,
      section: 'What was done',
      help: 'Its id on the page of the calendar, such as continuity-test.',
    },
    { name: 'done_on', label: 'Done on', kind: 'day', required: true, section: 'What was done' },
    { name: 'done_by', label: 'Done by', kind: 'person', section: 'What was done' },
    { name: 'result', label: 'Result', kind: 'long text', section: 'Result' },
    { name: 'place', label: 'Where the record is', kind: 'text', section: 'Result' },
  ],
  states: ['done', 'void'],
  ended: ['done', 'void'],
  moves: [
    { from: 'done', to: 'void', says: 'Does not count', asksReason: true },
    { from: 'void', to: 'done', says: 'Counts after all', asksReason: true },
  ],
  view: { columns: ['title', 'duty', 'done_on', 'done_by'], sort: '-done_on' },
})
