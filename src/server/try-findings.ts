import assert from 'node:assert/strict'
import type { FindingView } from '#api/findings.ts'
import { startTryOrganization, type TryOrganization } from './try-assessment.ts'
import { startServer, type TryServer } from './try-server.ts'

/** A house with findings for tests: its people, its clock, and the ways that they go most often. */
export type TryFindings = Readonly<{
  server: TryServer
  organization: TryOrganization
  /** Sets the clock. */
  turnTo: (day: string) => void
  now: () => Date
  raise: (more?: object) => Promise<FindingView>
  read: (id: string, person?: string) => Promise<FindingView>
  does: Does
  walkToEffect: (id: string) => Promise<void>
  actAndWait: (id: string) => Promise<void>
}>

/** Asks for something about a finding, based on how it stands now. */
type Does = (
  person: string,
  id: string,
  path: string,
  payload?: object,
  method?: 'POST' | 'PATCH',
) => Promise<{ status: number; finding: FindingView; detail: string }>

/** The requirement and the check that the findings of a test are about. */
export const tried = { check: 'change.approved-before-start', requirement: '8.5.1.3-a' } as const

const raised = {
  grade: 'minor',
  title: 'Approval after start',
  requirements: [tried.requirement],
  evidence: '7 of 59 changes, drawn at random from 412 (seed 20000), show approval after start.',
  missing: 'Approval before start is not followed in every case.',
  gradeReason: 'One team; nothing followed from it.',
  extent: '41 of 412, all of team Network.',
  owner: 'peter',
}

/** What the owner of a finding writes about its cause. */
export const whys = {
  correction: 'The seven changes were looked at again; none had to be taken back.',
  causeRows: [
    { says: 'Approval was asked for after start.' },
    { says: 'The form lets a change start without it.' },
  ],
  rootCause: 'The tool does not hold the rule.',
  causeCategory: 'tools',
  extentCheck: 'Two other teams: none.',
}

/** Starts a house with an owner, two process owners, an internal auditor and a contributor. */
export async function startTryFindings(): Promise<TryFindings> {
  let today = new Date('2026-03-01T09:00:00Z')
  const server = await startServer(() => today)
  const organization = await startTryOrganization(server, 'olga')
  await organization.join('peter', 'process owner')
  await organization.join('paula', 'process owner')
  await organization.join('irene', 'internal auditor')
  await organization.join('carl', 'contributor')
  const raise = async (more: object = {}) => {
    const { status, body } = await organization.ask('irene', 'POST', 'findings', { ...raised, ...more })
    assert.equal(status, 201, JSON.stringify(body))
    return body as FindingView
  }
  const read = async (id: string, person = 'irene') =>
    (await organization.ask(person, 'GET', `findings/${id}`)).body as FindingView
  const does: Does = async (person, id, path, payload, method = 'POST') => {
    const { version } = await read(id)
    const at = path === '' ? `findings/${id}` : `findings/${id}/${path}`
    const { status, body } = await organization.ask(person, method, at, payload, version)
    return { status, finding: body as FindingView, detail: String((body as { detail?: string }).detail) }
  }
  const actAndWait = async (id: string) => {
    const action = { says: 'Let the tool demand approval', owner: 'peter', dueOn: '2026-03-20' }
    const made = (await organization.ask('peter', 'POST', `findings/${id}/actions`, action)).body as {
      id: string
    }
    await does('peter', id, 'moves', { to: 'action_planned' })
    await does('peter', id, 'moves', { to: 'implementing' })
    const done = { doneOn: today.toISOString().slice(0, 10), evidence: 'CHG-2001, configuration of the form' }
    await organization.ask('peter', 'PATCH', `findings/${id}/actions/${made.id}`, done, 1)
    await does('peter', id, 'moves', { to: 'implemented' })
    const wait = new Date(today.getTime() + 30 * 86_400_000).toISOString().slice(0, 10)
    const effect = { effectDueOn: wait, criterion: 'No approval after start for a month' }
    await does('irene', id, '', effect, 'PATCH')
    const { status, detail } = await does('irene', id, 'moves', { to: 'verifying' })
    assert.equal(status, 200, detail)
  }
  const walkToEffect = async (id: string) => {
    await does('peter', id, '', whys, 'PATCH')
    await does('peter', id, 'moves', { to: 'contained' })
    await does('peter', id, 'moves', { to: 'analysing' })
    await does('irene', id, 'cause-approval')
    await actAndWait(id)
  }
  const turnTo = (day: string) => {
    today = new Date(`${day}T09:00:00Z`)
  }
  return { server, organization, turnTo, now: () => today, raise, read, does, walkToEffect, actAndWait }
}

/** An effect check that was passed. */
export const pass = { isEffective: true, says: 'None of 38 changes of the month.' }
