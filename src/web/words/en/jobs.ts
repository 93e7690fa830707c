/** Work that takes long, on every page that starts some. */
export const jobs = {
  title: 'In hand',
  kinds: {
    ingest: 'Reading the files',
    collect: 'Asking the checks',
    documents: 'Making a document',
    demo: 'Loading the demo',
  },
  states: {
    waiting: 'waiting',
    running: 'running',
    done: 'done',
    'needs answer': 'needs an answer',
    refused: 'refused',
    failed: 'failed',
    cancelled: 'called off',
  },
  stage: '{{stage}}: {{done, number}} of {{of, number}}',
  callOff: 'Call off',
} as const
