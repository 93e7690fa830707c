import type { CalendarEntry as FileEntry } from '#adoption/calendar-file.ts'
import { type Sentences, say, sayCounted } from '#content/sentences.ts'
import type { DatedEntry } from './calendar.ts'
import { cycleSteps } from './certification-cycle.ts'

/** The entries of the calendar as a calendar program shows them, in the language of the sentences; page: where people go on. */
export function fileEntries(
  entries: readonly DatedEntry[],
  sentences: Sentences,
  page: string,
): readonly FileEntry[] {
  return entries.map((entry) => ({
    id: entry.id.replaceAll(' ', '-'),
    number: page,
    title: titleOf(entry, sentences),
    audience: say(sentences, `entry.${entry.kind}`),
    message: `${say(sentences, `pdca.${entry.step}`)}, ${say(sentences, `state.${entry.state}`)}`,
    sender: entry.owner ?? '',
    channel: '',
    on: entry.on,
    at: undefined,
    minutes: undefined,
    repeatOn: undefined,
    state: 'planned',
    version: 1,
  }))
}

function titleOf({ kind, title }: DatedEntry, sentences: Sentences): string {
  const step = cycleSteps.find((one) => one === title)
  if (kind === 'audit' && step) return say(sentences, `step.${step.replaceAll(' ', '-')}`)
  if (kind === 'training') return sayCounted(sentences, 'training', Number(title), { count: title })
  if (kind === 'review') return say(sentences, 'next-review')
  if (kind === 'certificate') return say(sentences, 'expires', { number: title })
  return title
}
