import { z } from 'zod'

/** list: a row is a ticket; log: a row is an event with the ticket's fields; history: a row is one changed field; record: any other table. */
export const Shape = z.enum(['list', 'log', 'history', 'record'])
export type Shape = z.infer<typeof Shape>

export const DayOrder = z.enum(['day first', 'month first'])
export type DayOrder = z.infer<typeof DayOrder>

/** How one file (or sheet) is read: which table it fills and which of its columns fill which of ours. */
export const FileMapping = z.strictObject({
  file: z.string(),
  table: z.string(),
  shape: Shape,
  type: z.string().optional(),
  day_order: DayOrder.optional(),
  columns: z.record(z.string(), z.string()),
  also: z.record(z.string(), z.record(z.string(), z.string())).optional(),
})
export type FileMapping = Readonly<z.infer<typeof FileMapping>>

const Clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'write a time as 08:00')
const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])

/** Working hours of one calendar, on the wall clock of the time zone. */
export const Calendar = z.strictObject({
  days: z.array(Weekday),
  hours: z.array(z.strictObject({ from: Clock, to: Clock })).min(1),
  holidays: z.array(z.iso.date()).default([]),
})
export type Calendar = Readonly<z.infer<typeof Calendar>>

/** One target of the organization's own policy. */
export const Target = z.strictObject({
  type: z.string(),
  priority: z.number().int(),
  metric: z.enum(['response', 'resolution']).default('resolution'),
  minutes: z.number().positive(),
  calendar: z.string().default('default'),
  pause_rule: z.enum(['none', 'pending_customer', 'pending_any']).default('none'),
})

/** The mapping file: proposed by the program, corrected by people, read again by the next run. */
export const Mapping = z.strictObject({
  timezone: z.string().optional(),
  data_until: z.string().optional(),
  calendars: z.record(z.string(), Calendar),
  targets: z.array(Target).default([]),
  files: z.array(FileMapping),
  types: z.record(z.string(), z.string()).default({}),
  states: z.record(z.string(), z.record(z.string(), z.string())).default({}),
})
export type Mapping = Readonly<z.infer<typeof Mapping>>

/** Mon-Fri 08:00 to 18:00, no holidays: the calendar when nobody has named one. */
export const officeHours: Calendar = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  hours: [{ from: '08:00', to: '18:00' }],
  holidays: [],
}

/** Round the clock: the calendar named `always`. */
export const always: Calendar = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  hours: [{ from: '00:00', to: '24:00' }],
  holidays: [],
}

/** How status and second status are written as one key of `states`. */
export function nativeKey(status: string, subStatus: string | null): string {
  return subStatus === null || subStatus === '' ? status : `${status} / ${subStatus}`
}
