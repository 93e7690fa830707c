import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as pathOf } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { follow, type House, join, untilCollected } from './house.ts'

const simulator = fileURLToPath(new URL('../../demo/simulate.ts', import.meta.url))
const files = ['incident.csv', 'change_request.csv', 'sysapproval_approver.csv', 'history.csv'] as const

const stamp = /(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z/g

type Fault = Readonly<{ id: string; tickets: readonly string[] }>

/** The first hour of a programme manager: own files in, five checks with their tickets out, three remedies in the roadmap. */
export function programmeManager(house: () => House): void {
  test('a programme manager uploads exports, opens five failing checks with their tickets, and accepts three remedies', async () => {
    const { owner } = house()
    const company = await newOrganization(owner, 'Haus Bergmann')
    const own = { ...house(), organization: company }
    const page = await join(own, 'Petra Manager', 'programme manager')
    const folder = mkdtempSync(pathOf(tmpdir(), 'clausewise-export-'))
    const faults = simulate(folder)

    await follow(page, 'Sources')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).first().click()
    await (await chooser).setFiles(files.map((name) => pathOf(folder, 'export', name)))
    await page
      .getByRole('radiogroup', { name: 'In which time zone were these times written?' })
      .getByRole('radio', { name: 'UTC', exact: true })
      .check({ timeout: 120_000 })
      .catch(async (cause: unknown) => {
        throw new Error(`No question came. The page says: ${await page.innerText('main')}`, { cause })
      })
    await page.getByRole('button', { name: 'Answer and read the files' }).click()
    await page.getByText(/tickets from .* to .*, read on/).waitFor({ timeout: 180_000 })
    await untilCollected({ ...own, owner: page })
    rmSync(folder, { recursive: true, force: true })

    await follow(page, 'Evidence')
    const checks = page.getByRole('table', { name: 'Checks and their verdicts' })
    await checks.getByText('fail').first().waitFor()
    const failing = checks
      .getByRole('row')
      .filter({ hasText: 'fail' })
      .filter({ has: page.getByRole('cell', { name: /^(Change|Incident)$/ }) })
    const titles = (await failing.getByRole('link').allInnerTexts()).filter((text) => !text.includes('%'))
    assert.ok(titles.length >= 5, `${titles.length} checks fail`)
    for (const title of titles.slice(0, 5)) assert.ok((await ticketsOf(page, title)).length > 0, title)
    const late = faults.find(({ id }) => id === 'change-approved-after-start')?.tickets ?? []
    const found = await ticketsOf(page, 'Changes start only after approval')
    assert.ok(late.length > 0)
    assert.deepEqual(
      late.filter((ticket) => !found.includes(ticket)),
      [],
    )
    const accepted = await acceptRemedies(page, 3)
    const planned = page.getByRole('table', { name: 'Tasks' }).getByRole('rowheader')
    for (const requirement of accepted) await planned.filter({ hasText: requirement }).first().waitFor()
    assert.deepEqual((await planned.allInnerTexts()).toSorted(), accepted.toSorted())
    await page.close()
  })
}

/** Accepts the first proposed remedies by marking them, plans, and gives the requirements they are about. */
async function acceptRemedies(page: Page, count: number): Promise<readonly string[]> {
  await follow(page, 'Roadmap')
  const parts = page.getByRole('navigation', { name: 'Parts of the roadmap' })
  await parts.getByRole('link', { name: 'Remedies' }).click()
  const proposed = page
    .getByRole('table', { name: 'Remedies' })
    .getByRole('row')
    .filter({ hasText: 'proposed' })
  await proposed.first().waitFor()
  const rows = Array.from({ length: count }, (_, at) => proposed.nth(at))
  const accepted = await Promise.all(rows.map((row) => row.getByRole('link').first().innerText()))
  for (const row of rows) await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: `Accept ${count} marked` }).click()
  await page.getByText(`${count} remedies were decided.`).waitFor()
  await parts.getByRole('link', { name: 'Schedule' }).click()
  await page.getByRole('button', { name: 'Plan', exact: true }).click()
  await page.getByRole('table', { name: 'Tasks' }).waitFor({ timeout: 120_000 })
  return accepted
}

/** A further organization of the owner, begun by the menu on top. */
export async function newOrganization(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: /Switch to another/ }).click()
  await page.getByRole('menuitem', { name: 'New organization' }).click()
  await page.getByLabel('Name of the organization').fill(name)
  await page.getByRole('button', { name: 'Start empty' }).click()
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  const id = /\/o\/([^/]+)\//.exec(page.url())?.[1]
  assert.ok(id, page.url())
  return id
}

/**
 * A fiftieth of the simulated house as its tool exports it; the lists write their times without a zone and the history with
 * one, as many tools do. What was planted in it is the measure of what is found.
 */
function simulate(folder: string): readonly Fault[] {
  const faults = pathOf(folder, 'faults.json')
  const args = [
    '--out',
    pathOf(folder, 'export'),
    '--story',
    pathOf(folder, 'story.json'),
    '--faults',
    faults,
  ]
  const made = spawnSync(process.execPath, [simulator, ...args, '--scale', '0.02'], { encoding: 'utf8' })
  assert.equal(made.status, 0, made.stderr)
  for (const name of files.filter((one) => one !== 'history.csv')) {
    const path = pathOf(folder, 'export', name)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(stamp, '$1 $2'))
  }
  return JSON.parse(readFileSync(faults, 'utf8')) as readonly Fault[] // written by the simulator a line above
}

/** Opens a check from the list of all checks and gives the tickets that it names. */
export async function ticketsOf(page: Page, title: string): Promise<readonly string[]> {
  await follow(page, 'Evidence')
  await page.getByRole('searchbox', { name: 'Filter' }).fill(title)
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const table = page.getByRole('table', { name: 'Cases that do not meet it' })
  await table.getByRole('rowheader').first().waitFor()
  return table.getByRole('rowheader').allInnerTexts()
}
