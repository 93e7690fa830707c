import type { jobs as english } from '../en/jobs.ts'
import type { Said } from '../said.ts'

/** Work that takes long, on every page that starts some. */
export const jobs: Said<typeof english> = {
  title: 'In Arbeit',
  kinds: {
    ingest: 'Dateien lesen',
    collect: 'Prüfungen stellen',
    documents: 'Dokument erstellen',
    demo: 'Demo laden',
  },
  states: {
    waiting: 'wartet',
    running: 'läuft',
    done: 'fertig',
    'needs answer': 'braucht eine Antwort',
    refused: 'abgelehnt',
    failed: 'fehlgeschlagen',
    cancelled: 'abgebrochen',
  },
  stage: '{{stage}}: {{done, number}} von {{of, number}}',
  callOff: 'Abbrechen',
}
