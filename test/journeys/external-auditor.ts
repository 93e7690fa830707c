import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Download, Page } from 'playwright-core'
import { endpoints } from '#api/endpoints.ts'
import { links } from '../../src/web/links.ts'
import { follow, type House, join } from './house.ts'
import { drawSample } from './internal-auditor.ts'

const minutes = 'Minutes of the board of change, May: all changes of the month were looked at.'

/** The first hour of an auditor from outside: looks at everything that is shown, samples freely, changes nothing. */
export function externalAuditor(house: () => House): void {
  test('an auditor from outside draws an own sample in the evidence room and takes the evidence along with its hashes', async () => {
    await showFile(house())
    const page = await join(house(), 'Astrid Lead', 'external auditor')

    await page.getByRole('heading', { level: 1, name: 'Evidence room' }).waitFor()
    assert.equal(await page.getByText(/major nonconformity|conforming/).count(), 0, 'no rating is pushed')
    const list = await textOf(await downloadBy(page, 'Download the evidence list (CSV)'))
    const file = await textOf(await downloadBy(page, 'Minutes of May'))
    const drawn = await drawSample(page, 'Sample of the body')

    const hash = createHash('sha256').update(file).digest('hex')
    assert.equal(file, minutes)
    assert.equal(drawn.length, 59)
    assert.ok(list.includes(hash), 'the list names the file by its hash')
    assert.ok(list.split('\r\n').filter((line) => /[0-9a-f]{64}$/.test(line)).length > 100)
    assert.doesNotMatch(list, /,(pass|fail|inconclusive),/)
    await page.close()
  })

  test('an auditor from outside changes nothing: every other page is closed and every write is refused', async () => {
    const { organization, owner } = house()
    const page = await join(house(), 'Bruno Second', 'external auditor')

    for (const name of ['Readiness', 'Requirements', 'Registers', 'Sources'])
      assert.equal(
        await page.getByRole('navigation').getByRole('link', { name, exact: true }).count(),
        0,
        name,
      )
    const answers = await page.evaluate<readonly (readonly [string, number])[]>(
      `Promise.all(${JSON.stringify(writesOf(organization))}.map(async ([key, method, url]) => {
        const body = method === 'DELETE' ? {} : { headers: { 'content-type': 'application/json' }, body: '{}' }
        return [key, (await fetch(url, { method, ...body })).status]
      }))`,
    )
    assert.ok(answers.length > 40, `${answers.length} writes were tried`)
    assert.deepEqual(
      answers.filter(([, status]) => status !== 403),
      [],
    )

    await owner.goto(links.of(organization).trail())
    const trail = owner.getByRole('list', { name: 'Audit trail' })
    await trail.getByText('enter evidence room').first().waitFor()
    await trail.getByText('download list evidence room').first().waitFor()
    await page.close()
  })
}

/** The owner puts a file to a requirement; the page for it is tried where it is made. */
async function showFile({ owner, organization }: House): Promise<void> {
  const at = `/api/organizations/${organization}`
  await follow(owner, 'Today')
  const status = await owner.evaluate<number>(`(async () => {
    const body = new FormData()
    body.append('file', new Blob([${JSON.stringify(minutes)}]), 'minutes.txt')
    const kept = await fetch('${at}/attachments?title=Minutes&on=requirement:8.5.1.3-a', { method: 'POST', body })
    const { id } = await kept.json()
    const link = { kind: 'attachment', target: id, title: 'Minutes of May', shows: 'records' }
    const said = await fetch('${at}/requirements/8.5.1.3-a/evidence', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(link),
    })
    return said.status
  })()`)
  assert.equal(status, 201)
}

async function downloadBy(page: Page, name: string): Promise<Download> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name }).first().click()
  return download
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8')
}

/** Every address of the contract that changes something in an organization, but the drawing of samples. */
function writesOf(organization: string): readonly (readonly [key: string, method: string, url: string])[] {
  return Object.keys(endpoints).flatMap((key) => {
    const [method = '', path = ''] = key.split(' ')
    const isWrite = method !== 'GET' && path.startsWith('/api/organizations/:organization')
    if (!isWrite || key === 'POST /api/organizations/:organization/samples') return []
    const url = path
      .replace(':organization', organization)
      .replace(':register', 'risks')
      .replace(':requirement', '4.1-a')
      .replaceAll(/:\w+/g, organization)
    return [[key, method, url] as const]
  })
}
