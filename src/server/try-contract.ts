import { sql } from 'kysely'
import type { Catalogue, Examples, Seeds } from './try-organizations.ts'

/** Words of addresses that mean the same in every organization, or, like a ticket's number, are no key of ours. */
export const catalogue: Catalogue = {
  register: 'risks',
  requirement: '4.1-a',
  check: 'change.activities-in-order',
  measure: 'change.backlog',
  process: 'change',
  phase: 'assessment',
  ticket: 'CHG-1',
  assumption: 'penalty_reduction',
  line: 'penalties_avoided',
  clause: '8.5.1',
  quarter: '2026-Q1',
  course: 'awareness',
  kpi: 'KPI-010',
  quickWin: 'ping-pong',
  templateKind: 'docx',
}

/** Bodies whose rules no schema says. */
export const examples: Examples = {
  'POST /api/organizations/:organization/invitations': () => ({
    email: `${crypto.randomUUID()}@example.org`,
    role: 'read-only',
  }),
  'POST /api/organizations/:organization/mapping/preview': () => ({ text: 'files: []' }),
  'PUT /api/organizations/:organization/mapping': () => ({ text: 'files: []', basedOn: 'an older one' }),
  'POST /api/organizations/:organization/registers/:register/records': () => ({
    data: { title: 'a risk', kind: 'risk' },
  }),
  'POST /api/organizations/:organization/requirements/:requirement/evidence': () => ({
    kind: 'link',
    target: `https://example.org/${crypto.randomUUID()}`,
    title: 'a page',
    shows: 'document',
  }),
  'POST /api/organizations/:organization/adoption/surveys': () => ({
    instrument: 'pulse',
    title: 'a pulse',
    heard: 'the works council',
    closesOn: '2099-01-01',
    groups: [{ name: 'all', units: ['Desk'] }],
  }),
  'POST /api/organizations/:organization/audits': () => ({
    title: 'an audit, a secret',
    clauses: ['9.2'],
    plannedOn: '2099-01-01',
  }),
  'POST /api/organizations/:organization/findings': () => ({
    title: 'a finding, a secret',
    grade: 'minor',
    requirements: ['4.1-a'],
  }),
  'POST /api/organizations/:organization/findings/:finding/actions': (made) => ({
    says: 'a secret',
    owner: made.get('person'),
    dueOn: '2099-01-01',
  }),
  'POST /api/organizations/:organization/monitoring': () => ({ kpi: 'KPI-010' }),
  'POST /api/organizations/:organization/monitoring/:kpi/targets': () => ({
    target: 1,
    validFrom: '2026-01',
    reason: 'a reason',
  }),
  'POST /api/organizations/:organization/monitoring/:kpi/corrections': () => ({
    period: '2026-01',
    reason: 'a reason',
  }),
  'POST /api/organizations/:organization/own-kpis': () => ({
    title: 'an own one',
    claim: 'what it counts',
    answers: 'share',
    unit: '%',
    direction: 'up',
    sql: 'select 1',
    reason: 'a reason',
  }),
  'POST /api/organizations/:organization/improvements/:improvement/benefits': () => ({
    quarter: '2026-Q1',
    value: 1,
    evidence: 'counted',
  }),
  'POST /api/organizations/:organization/service-reports': () => ({
    title: 'a report',
    audience: 'whoever asks',
    purpose: 'to know',
    services: ['Mail'],
    parts: ['attainment'],
    cadence: 'monthly',
    dueDays: 10,
    issuer: 'Ada',
    recipients: [],
    firstMonth: '2026-01',
  }),
  'PUT /api/organizations/:organization/service-reports/:serviceReport': () => ({
    title: 'another report',
    audience: 'whoever asks',
    purpose: 'to know',
    services: ['Mail'],
    parts: ['attainment'],
    cadence: 'monthly',
    dueDays: 10,
    issuer: 'Ada',
    recipients: [],
    firstMonth: '2026-01',
  }),
  'POST /api/organizations/:organization/service-reports/:serviceReport/issues': () => ({
    period: '2026-01',
  }),
  'POST /api/organizations/:organization/tokens': () => ({
    name: 'a program',
    scopes: ['see own tasks'],
    expiresAt: '2099-01-01T00:00:00Z',
  }),
}

/** Addresses that refuse for a reason of their own, beyond the permission. */
const finer: readonly (readonly [RegExp, string])[] = [
  [/^POST \/api\/start$/, 'asks for the code of the first start'],
  [/^DELETE \/api\/sessions(\/|$)/, 'asks for a sign-in of the last minutes'],
  [/^DELETE .*\/members\/:person\/sessions$/, 'asks for an owner where an owner is meant'],
  [/^PUT .*\/confirmation$/, 'no token confirms'],
  [/^POST .*\/signatures$/, 'no token signs'],
  [/^(POST|DELETE) .*\/calendar\/feed$/, 'no token subscribes'],
  [/^POST .*\/adoption\/leadership$/, 'asks who is among the leaders in scope'],
  [/\/findings(\/|$)/, 'asks whose finding it is'],
  [/^POST .*\/audits\/:audit\/signatures$/, 'asks for the lead of the audit'],
  [/\/(comments|attachments)(\/|$)/, 'asks who may see what it is put to, and who wrote it'],
]
/** True for an address that may refuse whoever has the permission. */
export function isFiner(key: string): boolean {
  return finer.some(([pattern]) => pattern.test(key))
}

/** Leaves of bodies that are called like an id and are none. */
export const free: Readonly<Record<string, string>> = {
  'POST /api/organizations/:organization/reviews/:review/actions owner':
    'a name or an address, as people write it',
}

/** Bodies that refer to something where no schema says so: each is asked with what belongs to the other organization. */
export const references: Readonly<
  Record<string, (their: (kind: string) => string | undefined) => readonly object[]>
> = {
  'POST /api/organizations/:organization/registers/:register/records': (their) => [
    { data: { title: 'a risk', kind: 'risk', services: [their('record')] } },
  ],
  'PATCH /api/organizations/:organization/registers/:register/records/:record': (their) => [
    { data: { issues: [their('record')] } },
  ],
}

/** Objects that no single request makes: found, or put there; for the other organization, where nobody reads them. */
export const seeds: Seeds = {
  option: (organization) => sql`
    insert into record (organization_id, register, serial, number, state, label, data)
    values (${organization}, 'technology-options', 1, 'TOP-1', 'chosen', 'secret', '{"cost_once": 1}') returning id`,
  improvement: (organization) => sql`
    insert into record (organization_id, register, serial, number, state, label, data)
    values (${organization}, 'improvements', 1, 'CSI-1', 'measured', 'secret', '{"benefit_line": "penalties_avoided"}')
    returning id`,
  review: (organization) =>
    sql`select id from management_review where organization_id = ${organization} limit 1`,
  action: (organization) => sql`
    insert into review_action (organization_id, review_id, kind, says, owner, due_on, created_at)
    select organization_id, id, 'other', 'secret', 'secret', '2026-01-01', now() from management_review
    where organization_id = ${organization} returning id`,
  mail: (organization) => sql`select id from mail where organization_id = ${organization}`,
  import: (organization) => sql`
    insert into record_import (organization_id, register, file, plan, expires_at)
    values (${organization}, 'risks', 'secret', '{}', '2099-01-01') returning id`,
  attachment: (organization) => sql`
    insert into attachment (organization_id, on_kind, on_id, title)
    values (${organization}, 'record', 'x', 'secret') returning id`,
  delivery: (organization) => sql`
    insert into webhook_delivery (organization_id, webhook_id, number, type, state, created_at)
    select organization_id, id, 1, 'secret', 'waiting', now() from webhook
    where organization_id = ${organization} returning id`,
  document: (organization) => sql`
    insert into made_document (organization_id, id, kind, title, path, sha256, bytes, made_by_name, made_at)
    values (${organization}, gen_random_uuid(), 'gap report', 'secret', 'secret', '', 1, 'secret', now()) returning id`,
  source: (organization) => sql`
    insert into source (organization_id, name, bytes, sha256, media_kind, state, uploaded_by_name, uploaded_at, changed_at)
    values (${organization}, 'secret', 1, '', 'csv', 'uploaded', 'secret', now(), now()) returning id`,
  survey: (organization) => sql`
    insert into survey (organization_id, instrument, title, heard, sent_by_name, sent_at, closes_on)
    values (${organization}, 'pulse', 'secret', 'secret', 'secret', now(), '2099-01-01') returning id`,
  enrolment: (organization) => sql`
    insert into course_assignment (organization_id, person, course, because, assigned_by_name, assigned_at, due_on)
    select organization_id, id, 'awareness', 'secret', 'secret', now(), '2099-01-01' from record
    where organization_id = ${organization} limit 1 returning id`,
  attempt: (organization) => sql`
    insert into quiz_attempt (organization_id, assignment_id, number, course_version, asked, started_at)
    select organization_id, id, 1, 'secret', '[]', now() from course_assignment
    where organization_id = ${organization} returning id`,
  certificate: (organization) => sql`
    insert into certificate (organization_id, number, assignment_id, person, person_name, course, course_title,
      course_version, score, passed_on, valid_until)
    select organization_id, 'secret', id, person, 'secret', 'secret', 'secret', 'secret', 1, '2026-01-01', '2027-01-01'
    from course_assignment where organization_id = ${organization} returning id`,
  reviewAction: (organization) => sql`
    with review as (
      insert into service_review (organization_id, service, held_on, attendees, note, figures, seal, every_months, next_on,
        recorded_by_name, recorded_at)
      values (${organization}, 'secret', '2026-01-01', '{secret}', 'secret', '{"months":[]}', '', 1, '2026-02-01', 'secret',
        now()) returning id)
    insert into service_review_action (organization_id, review_id, place, what, owner, due_on)
    select ${organization}, id, 0, 'secret', 'secret', '2099-01-01' from review returning id`,
  serviceReportIssue: (organization) => sql`
    with said as (
      insert into collection (organization_id, id, number, period_from, period_to, data_from, data_until, data_hash,
        pack_version, collected_at, collected_by_name, document)
      values (${organization}, gen_random_uuid(), 900, '2026-01-01', '2026-02-01', '2026-01-01', '2026-02-01', 'secret',
        'secret', now(), 'secret', '{"results":[],"measures":[]}') returning id)
    insert into service_report_issue (organization_id, report_id, period, collection_id, due_on, figures, seal,
      issued_by_name, issued_at)
    select ${organization}, service_report.id, '2026-01', said.id, '2026-02-10', '{"secret":1}', '', 'secret', now()
    from said, service_report where service_report.organization_id = ${organization} limit 1 returning id`,
  sample: (organization) => sql`
    insert into sample (organization_id, name, method, definition, population_size, population_hash, drawn, sha256,
      drawn_by_name, drawn_at)
    values (${organization}, 'secret', 'random', '{}', 0, '', '[]', '', 'secret', now()) returning id`,
}
