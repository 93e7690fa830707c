import type { Language } from '#base/language.ts'
import { processWords } from './process-words.ts'
import { openSpeech, type Speech } from './speech.ts'

const ofDecks = [processWords, 'slides'] as const

/** The documents of a programme, by the folder of their sentences, with the folders of what each shares with others. */
const beside: Readonly<Record<string, readonly string[]>> = {
  'strategy-framework': ofDecks,
  awareness: ofDecks,
  'implementation-roadmap': [],
}

/** The speech of a document of a programme: its own sentences, and those in which its figures are said. */
export function openProgrammeSpeech(content: string, document: string, language: Language): Speech {
  return openSpeech(content, document, language, ['programme', ...(beside[document] ?? [])])
}

/** The speech of the playbook, which is about processes and not about a programme. */
export function openPlaybookSpeech(content: string, language: Language): Speech {
  return openSpeech(content, 'playbook', language, [processWords])
}
