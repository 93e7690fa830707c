import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { KpiDetail, WatchedKpi } from '#api/monitoring-views.ts'
import { dayOfTickets, ticketFiles } from '../../../test/worlds/service-level-export.ts'
import { smallPack } from '../../../test/worlds/small-pack.ts'
import { startServer } from '../try-server.ts'
import { organizationOf, untilQuiet, upload } from '../try-upload.ts'

const kpi = 'KPI-010'
const pack = smallPack(['measures/incident/resolution-attainment'])
const server = await startServer(() => new Date('2026-03-20T09:00:00Z'), { content: pack.folder })
after(server.close)
after(pack.remove)

const mail = { service: 'Mail', customer: 'ACME' }
const december = { ...mail, day: '2025-12-09', from: 100 }
/** A month is counted whole only where the data hold its first day. */
const november = dayOfTickets({ ...mail, day: '2025-11-11', from: 10 }, 5, 0)
const january = dayOfTickets({ ...mail, day: '2026-01-13', from: 200 }, 9, 1)
const february = dayOfTickets({ ...mail, day: '2026-02-10', from: 300 }, 5, 0)

test('an import that rewrites tickets of last year changes no closed month; the difference is reported, and stands only with a reason', async () => {
  await server.world.jobs.start()
  const id = await organizationOf(server, 'ada', 'Rewritten')
  const ask = async <T>(method: 'GET' | 'POST', path: string, payload?: object): Promise<T> => {
    const url = `/api/organizations/${id}/${path}`
    const { statusCode, body } = await server.as('ada', { method, url, ...(payload ? { payload } : {}) })
    assert.ok(statusCode < 300, body)
    return JSON.parse(body)
  }
  const monthOf = ({ months }: KpiDetail, period: string) => months.find((one) => one.period === period)
  await upload(
    server,
    'ada',
    id,
    ticketFiles([...november, ...dayOfTickets(december, 6, 4), ...january, ...february]),
  )
  await untilQuiet(server, 'ada', id)
  const before = await ask<KpiDetail>('POST', 'monitoring', { kpi, target: 0.9 })
  assert.deepEqual([monthOf(before, '2025-12')?.part, monthOf(before, '2025-12')?.whole], [6, 10])

  // The same ten tickets come again, and now none of them was late.
  await upload(server, 'ada', id, ticketFiles(dayOfTickets(december, 10, 0), '-again'))
  await untilQuiet(server, 'ada', id)
  const after = await ask<KpiDetail>('GET', `monitoring/${kpi}`)
  const kept = monthOf(after, '2025-12')
  const { items } = await ask<{ items: WatchedKpi[] }>('GET', 'monitoring')

  assert.deepEqual(
    [kept?.part, kept?.whole, kept?.judged?.isReached],
    [6, 10, false],
    'the closed month stays',
  )
  assert.deepEqual(
    [kept?.differs?.part, kept?.differs?.whole],
    [10, 10],
    'what the newer import says is shown',
  )
  assert.deepEqual([after.differing, items[0]?.differing], [1, 1])
  assert.equal(monthOf(after, '2026-01')?.differs, undefined, 'what was not touched does not differ')

  const reason = 'The clocks of December were stopped too late by the tool.'
  const corrected = await ask<KpiDetail>('POST', `monitoring/${kpi}/corrections`, {
    period: '2025-12',
    reason,
  })
  const now = monthOf(corrected, '2025-12')
  assert.deepEqual([now?.part, now?.kept.reason, now?.rows.length], [10, reason, 3])
  assert.deepEqual(
    now?.rows.map(({ part }) => part),
    [6, 10, 10],
    'every row stays',
  )
})
