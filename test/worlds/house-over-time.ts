import assert from 'node:assert/strict'
import { addMember } from '#access/member-store.ts'
import type { Role } from '#access/permissions.ts'
import { createPerson } from '#access/person-store.ts'
import type { FindingRow, FindingView } from '#api/findings.ts'
import type { JobView } from '#api/jobs.ts'
import type { ReadinessView } from '#api/readiness.ts'
import { type Browser, startAsFirst, startSite } from '#server/try-site.ts'
import { formOf } from '#server/try-upload.ts'
import { exportOf, monthAfter } from './monthly-export.ts'

/** The password of everybody in the house. */
export const password = 'seven blue herons'

/** What is asked: a method, and an address in the organization. */
type To = readonly ['POST' | 'PUT' | 'PATCH', string]

export type HouseOverTime = Awaited<ReturnType<typeof startHouseOverTime>>

/** An organization whose clock is moved by hand: its owner, an internal auditor, a process owner and a sponsor. */
export async function startHouseOverTime(on: string) {
  let today = new Date(`${on}T09:00:00Z`)
  const site = await startSite({ now: () => today })
  const { organization, browser: olga } = await startAsFirst(site, { password })
  async function hire(name: string, email: string, role: Role): Promise<[Browser, string]> {
    const { records } = site.world
    const person = await createPerson(records, { name, email, password })
    const actor = { kind: 'system', id: undefined, name: 'test', organization, role: 'owner' } as const
    await records.within(actor, (tx) => addMember(tx, actor, person.id, { role, expiresAt: undefined }))
    const browser = site.browser()
    await browser.post('/api/auth/sign-in/email', { email, password })
    return [browser, person.id]
  }

  const turnTo = (day: string) => {
    today = new Date(`${day}T09:00:00Z`)
  }
  const at = (path: string) => `/api/organizations/${organization}/${path}`

  async function read<T>(browser: Browser, path: string): Promise<T> {
    const { statusCode, body } = await browser.get(at(path))
    assert.equal(statusCode, 200, `${path}: ${body}`)
    return JSON.parse(body) as T
  }

  async function send<T>(browser: Browser, [method, path]: To, payload: object = {}, version?: number) {
    const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
    const { statusCode, body } = await browser.ask({ method, url: at(path), payload, headers })
    return { status: statusCode, body: JSON.parse(body || '{}') as T & { detail: string } }
  }

  async function does<T>(...given: Parameters<typeof send>): Promise<T> {
    const { status, body } = await send<T>(...given)
    assert.ok(status < 300, `${given[1].join(' ')}: ${JSON.stringify(body)}`)
    return body
  }

  async function importMonth(month: string): Promise<void> {
    turnTo(`${monthAfter(month, 1)}-02`)
    const sent = await olga.ask({ method: 'POST', url: at('sources'), ...formOf(exportOf(month)) })
    assert.ok(sent.statusCode < 300, sent.body)
    for (let left = 2400; left > 0; left -= 1) {
      const { items } = await read<{ items: JobView[] }>(olga, 'jobs')
      const broken = items.find(({ state }) => state === 'failed' || state === 'refused')
      assert.equal(broken, undefined, JSON.stringify(broken))
      if (items.every(({ state }) => state === 'done')) return
      await new Promise((done) => setTimeout(done, 50))
    }
    throw new Error(`The import of ${month} did not end`)
  }

  async function importUntil(from: string, to: string): Promise<void> {
    for (let month = from; month <= to; month = monthAfter(month, 1)) await importMonth(month)
  }

  const findings = async () => (await read<{ items: FindingRow[] }>(irene, 'findings')).items
  const finding = (id: string) => read<FindingView>(irene, `findings/${id}`)
  async function moves(browser: Browser, id: string, path: string, payload: object = {}, method = 'POST') {
    const { version } = await finding(id)
    const to = path === '' ? `findings/${id}` : `findings/${id}/${path}`
    return send<FindingView>(browser, [method as 'POST' | 'PATCH', to], payload, version)
  }
  async function move(...given: Parameters<typeof moves>): Promise<FindingView> {
    const { status, body } = await moves(...given)
    assert.ok(status < 300, `${given[2]}: ${JSON.stringify(body)}`)
    return body
  }

  /** Plans an action, does it, and waits for its effect. */
  async function act(id: string, says: string, effectDueOn: string): Promise<void> {
    const day = today.toISOString().slice(0, 10)
    const made = await does<{ id: string }>(peter, ['POST', `findings/${id}/actions`], {
      says,
      owner: peterId,
      dueOn: monthAfter(day.slice(0, 7), 1).concat('-01'),
    })
    await move(peter, id, 'moves', { to: 'action_planned' })
    await move(peter, id, 'moves', { to: 'implementing' })
    const done = { doneOn: day, evidence: 'CHG-2001, configuration of the form' }
    await does(peter, ['PATCH', `findings/${id}/actions/${made.id}`], done, 1)
    await move(peter, id, 'moves', { to: 'implemented' })
    await move(irene, id, '', { effectDueOn, criterion: 'The check passes again' }, 'PATCH')
    await move(irene, id, 'moves', { to: 'verifying' })
  }

  const gates = async () => {
    const { gates } = await read<ReadinessView>(olga, 'readiness')
    return new Map(gates.map(({ id, colour }) => [id, colour]))
  }

  const [irene, ireneId] = await hire('Irene Audit', 'irene@example.org', 'internal auditor')
  const [peter, peterId] = await hire('Peter Change', 'peter@example.org', 'process owner')
  const [sven] = await hire('Sven Sponsor', 'sven@example.org', 'sponsor')
  await site.world.jobs.start()
  return {
    ...{ olga, irene, peter, sven, ireneId, peterId },
    ...{ turnTo, importMonth, importUntil, read, send, does, findings, finding, moves, move, act, gates },
    close: site.close,
  }
}
