import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import { addMember } from '#access/member-store.ts'
import type { Role } from '#access/permissions.ts'
import { createPerson } from '#access/person-store.ts'
import type { AuditPageView, AuditProgrammeView, AuditView } from '#api/audit-views.ts'
import type { FindingView } from '#api/findings.ts'
import { type Browser, startAsFirst, startSite } from '../try-site.ts'

const site = await startSite()
after(site.close)

const password = 'seven blue herons'
let organization: string
let owner: Browser
let auditor: Browser
let auditorId: string
let processOwnerId: string

before(async () => {
  const first = await startAsFirst(site)
  organization = first.organization
  owner = first.browser
  ;[auditor, auditorId] = await hire('Ines Audit', 'ines@example.org', 'internal auditor')
  ;[, processOwnerId] = await hire('Jonas Change', 'jonas@example.org', 'process owner')
})

async function hire(name: string, email: string, role: Role): Promise<[Browser, string]> {
  const { records } = site.world
  const person = await createPerson(records, { name, email, password })
  const actor = { kind: 'system', id: undefined, name: 'test', organization, role: 'owner' } as const
  await records.within(actor, (tx) => addMember(tx, actor, person.id, { role, expiresAt: undefined }))
  const browser = site.browser()
  await browser.post('/api/auth/sign-in/email', { email, password })
  return [browser, person.id]
}

const at = (path: string) => `/api/organizations/${organization}/${path}`

async function post<T>(browser: Browser, path: string, payload: object, version?: number) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
  const { statusCode, body } = await browser.ask({ method: 'POST', url: at(path), payload, headers })
  return { status: statusCode, body: JSON.parse(body) as T & { detail: string } }
}

async function read<T>(browser: Browser, path: string): Promise<T> {
  return JSON.parse((await browser.get(at(path))).body)
}

const plan = (more: object = {}) => ({
  title: 'Continual improvement',
  clauses: ['10.2'],
  plannedOn: '2026-12-01',
  criteria: 'The standard and the own policy.',
  method: 'Interviews and records.',
  lead: auditorId,
  ...more,
})

/** Moves an audit on by each of the states. */
async function walk(id: string, ...states: readonly string[]): Promise<AuditView> {
  let audit = await read<AuditView>(auditor, `audits/${id}`)
  for (const to of states) {
    const moved = await post<AuditView>(auditor, `audits/${id}/moves`, { to }, audit.version)
    assert.equal(moved.status, 200, moved.body.detail)
    audit = moved.body
  }
  return audit
}

async function answerAll(id: string, answer: string): Promise<AuditPageView> {
  const { lines } = await read<AuditPageView>(auditor, `audits/${id}`)
  const answers = lines.map(({ requirement, version }) => ({ requirement, answer, notes: 'seen', version }))
  const { status, body } = await post<AuditPageView>(auditor, `audits/${id}/answers`, { answers })
  assert.equal(status, 200, body.detail)
  return body
}

test('whoever answers for a process does not audit it, and the reason is said', async () => {
  const role = {
    name: 'Owner of change',
    process: 'change management',
    accountable: 'jonas@example.org',
    told_on: '2026-01-05',
  }
  const made = await post<{ id: string; version: number }>(owner, 'registers/roles/records', { data: role })
  const inPlace = await post(
    owner,
    `registers/roles/records/${made.body.id}/moves`,
    { to: 'in place' },
    made.body.version,
  )
  assert.ok(inPlace.status < 300, JSON.stringify(inPlace.body))

  const own = await post(auditor, 'audits', plan({ clauses: ['8.5'], lead: processOwnerId }))
  const other = await post(auditor, 'audits', plan({ clauses: ['8.6'], lead: processOwnerId }))

  assert.equal(own.status, 409)
  assert.match(
    own.body.detail,
    /Jonas Change would audit the own work: answers for Owner of change \(8\.5\.1/,
  )
  assert.equal(other.status, 201)
})

test('whoever is asked about a requirement, or rated it, does not audit it', async () => {
  const asked = await owner.ask({
    method: 'PUT',
    url: at('requirements/10.2-a/assignment'),
    payload: { person: auditorId },
    headers: { 'if-match': '"0"' },
  })
  const requirement = asked.statusCode < 300 ? '10.2' : undefined
  assert.ok(requirement, asked.body)

  const refused = await post(auditor, 'audits', plan())

  assert.equal(refused.status, 409)
  assert.match(refused.body.detail, /is asked about requirements of this scope \(10\.2-a\)/)
})

test('a plan without criteria does not stand', async () => {
  const { body } = await post<AuditView>(auditor, 'audits', plan({ clauses: ['9.4'], criteria: '' }))

  const moved = await post(auditor, `audits/${body.id}/moves`, { to: 'planned' }, body.version)

  assert.equal(moved.status, 409)
  assert.match(moved.body.detail, /lacks criteria/)
})

test('an audit goes from its plan to a signed report, and then nothing of it changes', async () => {
  const { body: made } = await post<AuditView>(auditor, 'audits', plan({ clauses: ['9.2'] }))
  await walk(made.id, 'planned', 'prepared', 'conducting')
  const page = await answerAll(made.id, 'met')
  const [first] = page.lines
  assert.ok(first && page.lines.length > 3)
  const unmet = {
    requirement: first.requirement,
    answer: 'not met',
    notes: 'No programme.',
    version: first.version,
  }
  await post(auditor, `audits/${made.id}/answers`, { answers: [unmet] })
  const stale = await post(auditor, `audits/${made.id}/answers`, { answers: [unmet] })
  const early = await sign(made.id)
  await walk(made.id, 'drafted')
  const unnamed = await sign(made.id)
  const bare = { grade: 'minor', title: 'No programme', requirements: [first.requirement], audit: made.id }
  const finding = (await post<FindingView>(auditor, 'findings', bare)).body
  const incomplete = await sign(made.id)
  const text = {
    evidence: 'None shown.',
    missing: 'A programme.',
    gradeReason: 'It is in the making.',
    extent: 'All.',
  }
  const completed = await auditor.ask({
    method: 'PATCH',
    url: at(`findings/${finding.id}`),
    payload: text,
    headers: { 'if-match': `"${finding.version}"` },
  })
  const byOther = await sign(made.id, owner)
  const wrong = await sign(made.id, auditor, 'not the password')
  const signed = await sign(made.id)
  const later = await post(auditor, 'findings', bare)
  const after = JSON.parse(completed.body) as FindingView
  const changed = await auditor.ask({
    method: 'PATCH',
    url: at(`findings/${finding.id}`),
    payload: { evidence: 'Something else.' },
    headers: { 'if-match': `"${after.version}"` },
  })
  const added = await post<AuditPageView>(auditor, `audits/${made.id}/addenda`, {
    says: 'The draft was found later.',
  })

  assert.equal(stale.status, 409)
  assert.match(early.body.detail, /once the findings are drafted/)
  assert.match(unnamed.body.detail, new RegExp(`a finding for ${first.requirement}, which is not met`))
  assert.match(incomplete.body.detail, /FND-\d+: evidence, what is missing, reason of the grade, extent/)
  assert.equal(byOther.status, 403)
  assert.equal(wrong.status, 422)
  assert.equal(signed.status, 201, signed.body.detail)
  assert.deepEqual(
    [signed.body.state, signed.body.report.grades.minor, signed.body.report.impartial],
    ['reported', 1, true],
  )
  assert.equal(later.status, 409)
  assert.equal(changed.statusCode, 409)
  assert.equal(added.body.addenda[0]?.says, 'The draft was found later.')
})

async function sign(id: string, browser = auditor, secret = password) {
  const { seal } = await read<AuditPageView>(auditor, `audits/${id}`)
  const proof = { by: 'password', password: secret }
  return post<AuditPageView>(browser, `audits/${id}/signatures`, {
    conclusion: 'It works, but for one thing.',
    seal,
    proof,
  })
}

test('what is signed cannot be altered in the database either', async () => {
  const { pool } = site.world.records

  await assert.rejects(pool.query("update audit_signature set conclusion = 'fine'"), /stay as they were/)
  await assert.rejects(
    pool.query("update finding set grade = 'opportunity' where audit_id is not null"),
    /is signed/,
  )
  await assert.rejects(
    pool.query(
      "update audit_question set answer = 'met' where audit_id in (select audit_id from audit_signature)",
    ),
    /is signed/,
  )
})

test('the gates read what the audits say, and a partial scope is not taken for a full one', async () => {
  const { gates } = await read<{ gates: { id: string; colour: string; because: string }[] }>(
    owner,
    'readiness',
  )
  const gate = (id: string) => gates.find((one) => one.id === id)

  assert.equal(gate('G8')?.colour, 'red')
  assert.match(gate('G8')?.because ?? '', /full scope/)
  assert.equal(gate('G10')?.colour, 'red')
})

test('both series of the success rate stand beside each other, and holes of the cycle are seen', async () => {
  const { success, areas } = await read<AuditProgrammeView>(owner, 'audits')

  assert.deepEqual([success.without, success.of], [1, 1])
  assert.ok((success.points[0]?.conformity ?? 1) < 1)
  assert.ok(areas.some(({ isHole }) => isHole))
})

test('the checklist goes out as a workbook and comes back with a look at every row first', async () => {
  const { body: made } = await post<AuditView>(auditor, 'audits', plan({ clauses: ['9.3'] }))
  await walk(made.id, 'planned', 'prepared')
  const file = await auditor.get(at(`audits/${made.id}/checklist`))
  const workbook = new Workbook()
  await workbook.xlsx.load(file.rawPayload)
  const [sheet] = workbook.worksheets
  assert.ok(sheet)
  sheet.getCell(2, 6).value = 'met'
  sheet.getCell(2, 7).value = 'Minutes of 3 March.'
  sheet.getCell(3, 6).value = 'fine'
  const filled = Buffer.from(await workbook.xlsx.writeBuffer())

  const looked = await send(made.id, filled)
  const before = await read<AuditPageView>(auditor, `audits/${made.id}`)
  const applied = await send(made.id, filled, looked.digest)
  const answered = await read<AuditPageView>(auditor, `audits/${made.id}`)
  const again = await send(made.id, filled)

  assert.deepEqual([looked.counts.answer, looked.counts.refused, looked.isApplied], [1, 1, false])
  assert.match(looked.rows.find(({ fate }) => fate === 'refused')?.says ?? '', /"fine" is no answer/)
  assert.equal(before.lines[0]?.answer, undefined)
  assert.equal(applied.isApplied, true)
  assert.deepEqual([answered.lines[0]?.answer, answered.lines[0]?.notes], ['met', 'Minutes of 3 March.'])
  assert.equal(again.counts.answer, 0)
})

type Plan = {
  digest: string
  isApplied: boolean
  counts: { answer: number; refused: number }
  rows: { fate: string; says: string }[]
}

async function send(id: string, content: Buffer, digest?: string): Promise<Plan> {
  const mark = 'xxxboundaryxxx'
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="list.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const { statusCode, body } = await auditor.ask({
    method: 'POST',
    url: at(`audits/${id}/checklist${digest ? `?digest=${digest}` : ''}`),
    headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${mark}--\r\n`)]),
  })
  assert.equal(statusCode, 200, body)
  return JSON.parse(body)
}
