import assert from 'node:assert/strict'
import type { CaseView } from '#api/finance.ts'
import { financeOracle } from '../../test/oracle/finance.ts'
import type { RegisterUser } from './try-registers.ts'

/** A line of one's own as tests write it. */
export const reports = {
  title: 'Reports no longer written by hand',
  side: 'benefit',
  class: 'freed time',
  reach: 'inside IT',
  yearly: { low: 80, base: 120, high: 200 },
  unit: 'hours',
  price: { low: 40, base: 45, high: 60 },
  claims: ['time of reporting'],
  source: 'Time sheets',
  quality: 'A',
  owner: 'Lea',
}

export async function readCase(user: RegisterUser): Promise<CaseView> {
  const { status, body, text } = await user.ask('/case')
  assert.equal(status, 200, text)
  return body as CaseView
}

/** Writes on the version that was read before. */
export async function put(user: RegisterUser, url: string, payload: object, version: number) {
  const headers = { 'if-match': `"${version}"` }
  return user.ask(url, { method: 'PUT', payload, headers })
}

/** Every assumption and line of the oracle's case. */
export async function giveTheWorkedExample(user: RegisterUser): Promise<void> {
  const fixed = Object.entries(financeOracle.fixed).flatMap(([id, one]) =>
    typeof one === 'number' && id !== 'years' && id !== 'discount_rate'
      ? [[id, { low: one, base: one, high: one }] as const]
      : [],
  )
  for (const [id, range] of [...Object.entries(financeOracle.inputs), ...fixed]) {
    const { status, text } = await put(
      user,
      `/case/assumptions/${id}`,
      { ...range, source: 'T', quality: 'J' },
      0,
    )
    assert.equal(status, 200, text)
  }
  for (const line of ['consultancy', ...Object.keys(financeOracle.base_case.benefit_lines_full_year)])
    await put(user, `/case/lines/${line}`, { isIn: true }, 0)
}
