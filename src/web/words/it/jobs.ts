import type { jobs as english } from '../en/jobs.ts'
import type { Said } from '../said.ts'

/** Work that takes long, on every page that starts some. */
export const jobs: Said<typeof english> = {
  title: 'In corso',
  kinds: {
    ingest: 'Lettura dei file',
    collect: 'Esecuzione delle verifiche',
    documents: 'Creazione di un documento',
    demo: 'Caricamento della demo',
  },
  states: {
    waiting: 'in attesa',
    running: 'in corso',
    done: 'finito',
    'needs answer': 'attende una risposta',
    refused: 'rifiutato',
    failed: 'fallito',
    cancelled: 'annullato',
  },
  stage: '{{stage}}: {{done, number}} di {{of, number}}',
  callOff: 'Annulla',
}
