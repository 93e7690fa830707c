import type { Tx } from '#db/records.ts'
import type { Record } from '#registers/record.ts'
import { readAll } from '#registers/record-store.ts'
import type { CalendarEntry } from './calendar-file.ts'

/** The messages of the communication plan, by day, as a calendar needs them. */
export async function readMessages(
  tx: Tx,
  organization: string,
): Promise<readonly Readonly<{ record: Record; entry: CalendarEntry }>[]> {
  const records = await readAll(tx, organization, 'communication')
  return records
    .map((record) => ({ record, entry: entryOf(record) }))
    .toSorted((a, b) => (`${a.entry.on} ${a.entry.at ?? ''}` < `${b.entry.on} ${b.entry.at ?? ''}` ? -1 : 1))
}

function entryOf({ id, number, state, label, version, data }: Record): CalendarEntry {
  const text = (name: string) => (data[name] === undefined ? undefined : String(data[name]))
  return {
    id,
    number,
    title: label,
    audience: text('audience') ?? '',
    message: text('message') ?? '',
    sender: text('sender') ?? '',
    channel: text('channel') ?? '',
    on: text('on') ?? '',
    at: text('at'),
    minutes: typeof data.minutes === 'number' ? data.minutes : undefined,
    repeatOn: text('repeat_on'),
    state,
    version,
  }
}

/** Every record of the register of stakeholders that still matters. */
export async function readStakeholders(tx: Tx, organization: string): Promise<readonly Record[]> {
  const records = await readAll(tx, organization, 'stakeholders')
  return records.filter(({ state }) => state === 'current')
}
