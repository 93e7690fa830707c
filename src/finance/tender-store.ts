import type { Tx } from '#db/records.ts'
import { readAll } from '#registers/record-store.ts'
import type { Baseline } from './baseline.ts'
import { countTenders } from './tender-count.ts'

/** What the register of tenders says of a year; offers that were not made count as well, for they were asked for. */
export async function readTenderCount(
  tx: Tx,
  organization: string,
  today: string,
): Promise<Baseline | undefined> {
  const records = await readAll(tx, organization, 'tenders')
  const tenders = records.map(({ data: { certificate, due_on: due, decided_on: decided } }) => {
    const on = [due, decided].find((one): one is string => typeof one === 'string')
    return { asks: certificate === 'condition' || certificate === 'advantage', on }
  })
  return countTenders(tenders, today)
}
