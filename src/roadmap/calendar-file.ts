import type { RoadmapSchedule } from './roadmap-schedule.ts'
import { dayAfter } from './working-days.ts'

/** The roadmap as a calendar (iCalendar, RFC 5545): a task is an event of whole days, an agreed date one of its own. */
export function calendarOf(
  schedule: RoadmapSchedule,
  { organization, name, plannedAt }: Readonly<{ organization: string; name: string; plannedAt: string }>,
): string {
  const stamp = `DTSTAMP:${plannedAt.replaceAll(/[-:]|\.\d+/g, '')}`
  const event = (uid: string, from: string, until: string, title: string, says: string) => [
    'BEGIN:VEVENT',
    `UID:${uid}@${organization}.clausewise`,
    stamp,
    `DTSTART;VALUE=DATE:${dayIn(from)}`,
    `DTEND;VALUE=DATE:${dayIn(dayAfter(until, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(says)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Clausewise//Roadmap//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...schedule.tasks.flatMap(({ id, title, role, activity, start, finish }) =>
      event(id, start, finish, `${id} ${title}`, `${role}: ${activity}`),
    ),
    ...schedule.risk.dates.flatMap(({ title, on, kind }, at) => event(`date-${at}`, on, on, title, kind)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Tasks and their first days, as a calendar that was made here says them. */
export function startsInCalendar(text: string): ReadonlyMap<string, string> {
  const lines = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const starts = new Map<string, string>()
  let task: string | undefined
  let start: string | undefined
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') [task, start] = [undefined, undefined]
    task = /^UID:(.+?)@.*\.clausewise$/.exec(line)?.[1] ?? task
    const [, year, month, day] = /^DTSTART[^:]*:(\d{4})(\d{2})(\d{2})/.exec(line) ?? []
    if (year !== undefined) start = `${year}-${month}-${day}`
    if (line === 'END:VEVENT' && task && start && !task.startsWith('date-')) starts.set(task, start)
  }
  return starts
}

function dayIn(day: string): string {
  return day.replaceAll('-', '')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\s*\n\s*/g, '\\n')
}

/** A line has at most 75 octets; what follows stands on the next one after a space. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  const pieces: string[] = []
  let piece = ''
  let size = 0
  for (const sign of line) {
    const octets = encoder.encode(sign).length
    if (size + octets > 74) {
      pieces.push(piece)
      piece = ''
      size = 1
    }
    piece += sign
    size += octets
  }
  return [...pieces, piece].join('\r\n ')
}
