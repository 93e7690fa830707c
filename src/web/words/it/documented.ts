import type { documented as english } from '../en/documented.ts'
import type { Said } from '../said.ts'

/** What management signs, on the page of documents. */
export const documented: Said<typeof english> = {
  title: 'Che cosa firma la direzione',
  says: 'Campo di applicazione, politica, piano, accordi, audit e riesami come file Word, compilati dai registri. Ciò che non è registrato è detto nel documento ed elencato alla fine; nulla è inventato.',
  language: 'Lingua dei documenti',
  which: '{{number}}, punto {{clauses}}',
  about: 'Argomento',
  make: 'Compila: {{title}} (Word)',
  whole: 'Prima dell’approvazione non manca nulla.',
  inDocument: 'Che cosa manca qui è alla fine del documento.',
  missing_one: 'Manca una cosa prima dell’approvazione',
  missing_other: 'Mancano {{count}} cose prima dell’approvazione',
  missingFirst_one: 'Manca una cosa prima dell’approvazione: {{name}}',
  missingFirst_other: 'Mancano {{count}} cose prima dell’approvazione: {{name}}',
}
