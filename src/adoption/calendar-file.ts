/** A message of a plan, or another dated thing, as a calendar needs it. */
export type CalendarEntry = Readonly<{
  id: string
  number: string
  title: string
  audience: string
  message: string
  sender: string
  channel: string
  on: string
  /** A time such as 09:30; without one the entry takes the whole day. */
  at: string | undefined
  minutes: number | undefined
  repeatOn: string | undefined
  state: string
  version: number
}>

/** What a calendar is called, when it was written, and, where programs come back for it, after how many hours. */
export type CalendarHead = Readonly<{ name: string; stamp: Date; refreshHours?: number }>

/**
 * Dated entries as an iCalendar file (RFC 5545). Times are written without a zone, so that each calendar shows them
 * as they were agreed on the wall clock. A dropped message is cancelled, so that calendars take it out again.
 */
export function calendarOf(
  { name, stamp, refreshHours }: CalendarHead,
  entries: readonly CalendarEntry[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Clausewise//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    // The first is RFC 7986, the second what programs understood before it.
    ...(refreshHours === undefined
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`, `X-PUBLISHED-TTL:PT${refreshHours}H`]),
    ...entries.flatMap((entry) => [
      ...eventOf(entry, entry.on, '', stamp),
      ...(entry.repeatOn ? eventOf(entry, entry.repeatOn, '-again', stamp) : []),
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const usualMinutes = 30

function eventOf(entry: CalendarEntry, on: string, suffix: string, stamp: Date): readonly string[] {
  const { number, title, audience, message, sender, channel } = entry
  return [
    'BEGIN:VEVENT',
    `UID:${entry.id}${suffix}@clausewise`,
    `DTSTAMP:${instantOf(stamp)}`,
    `SEQUENCE:${entry.version}`,
    ...timesOf(on, entry),
    `SUMMARY:${escaped(`${title} (${audience})`)}`,
    ...(channel === '' ? [] : [`LOCATION:${escaped(channel)}`]),
    `DESCRIPTION:${escaped([message, sender, number].filter(Boolean).join('\n'))}`,
    `STATUS:${entry.state === 'dropped' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function timesOf(on: string, { at, minutes = usualMinutes }: CalendarEntry): readonly string[] {
  const day = on.replaceAll('-', '')
  if (at === undefined) {
    const next = new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10)
    return [`DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${next.replaceAll('-', '')}`]
  }
  const start = Date.parse(`${on}T${at}:00Z`)
  const end = new Date(start + minutes * 60_000)
  return [`DTSTART:${day}T${at.replace(':', '')}00`, `DTEND:${instantOf(end).slice(0, -1)}`]
}

function instantOf(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** Backslash, comma, semicolon and line breaks have a meaning in iCalendar. */
function escaped(text: string): string {
  return text.replaceAll(/[\\,;]/g, (sign) => `\\${sign}`).replaceAll(/\r\n?|\n/g, '\\n')
}

const longestLine = 75

/** Lines are at most 75 bytes long; the rest goes on behind a blank in the next one. Characters stay whole. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > longestLine - (parts.length > 0 ? 1 : 0)) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part].join('\r\n ')
}
