import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addMember } from '#access/member-store.ts'
import type { Role } from '#access/permissions.ts'
import { createPerson } from '#access/person-store.ts'
import type { AuditView } from '#api/audit-views.ts'
import { type Browser, startAsFirst, startSite } from '../try-site.ts'

const site = await startSite()
after(site.close)
const { browser: owner, organization } = await startAsFirst(site)
const password = 'seven blue herons'
const at = (path: string) => `/api/organizations/${organization}/${path}`

async function hire(name: string, email: string, role: Role): Promise<[Browser, string]> {
  const { records } = site.world
  const { id } = await createPerson(records, { name, email, password })
  const actor = { kind: 'system', id: undefined, name: 'test', organization, role: 'owner' } as const
  await records.within(actor, (tx) => addMember(tx, actor, id, { role, expiresAt: undefined }))
  const browser = site.browser()
  await browser.post('/api/auth/sign-in/email', { email, password })
  return [browser, id]
}

async function post<T>(browser: Browser, path: string, payload: object, version?: number) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
  const { statusCode, body } = await browser.ask({ method: 'POST', url: at(path), payload, headers })
  return { status: statusCode, body: JSON.parse(body) as T & { detail: string } }
}

test('nobody answers the checklist about the own work, and a role given later stops the audit before it begins', async () => {
  const [auditor, auditorId] = await hire('Ines Audit', 'ines@example.org', 'internal auditor')
  const [manager, managerId] = await hire('Petra Plan', 'petra@example.org', 'programme manager')
  const asked = await owner.ask({
    method: 'PUT',
    url: at('requirements/7.4-a/assignment'),
    payload: { person: managerId },
    headers: { 'if-match': '"0"' },
  })
  assert.ok(asked.statusCode < 300, asked.body)
  const { body: made } = await post<AuditView>(auditor, 'audits', {
    title: 'Communication',
    clauses: ['7.4'],
    plannedOn: '2026-12-01',
    criteria: 'The standard and the own policy.',
    method: 'Interviews and records.',
    lead: auditorId,
  })
  for (const [at, to] of ['planned', 'prepared'].entries())
    assert.equal((await post(auditor, `audits/${made.id}/moves`, { to }, made.version + at)).status, 200, to)
  const answers = [{ requirement: '7.4-a', answer: 'met', notes: 'seen', version: 1 }]
  const own = await post(manager, `audits/${made.id}/answers`, { answers })
  assert.equal(own.status, 409, 'who is not on the team does not slip by')
  assert.match(own.body.detail, /Petra Plan would audit the own work: is asked about requirements/)
  assert.equal((await post(auditor, `audits/${made.id}/answers`, { answers })).status, 200)

  await owner.ask({
    method: 'PUT',
    url: at('requirements/7.4-b/assignment'),
    payload: { person: auditorId },
    headers: { 'if-match': '"0"' },
  })
  const { version } = JSON.parse((await auditor.get(at(`audits/${made.id}`))).body) as AuditView
  const begun = await post(auditor, `audits/${made.id}/moves`, { to: 'conducting' }, version)
  assert.equal(begun.status, 409)
  assert.match(
    begun.body.detail,
    /Ines Audit would audit the own work: is asked about requirements of this scope \(7\.4-b\)/,
  )
})
