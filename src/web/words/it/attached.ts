import type { attached as english } from '../en/attached.ts'
import type { Said } from '../said.ts'

/** What people put beside a record, a requirement, or a result: comments and files. */
export const attached: Said<typeof english> = {
  comments: 'Commenti',
  noComments: 'Nessuno ha ancora detto nulla.',
  comment: 'Commento',
  say: 'Commenta',
  edited: 'modificato {{at}}',
  takeBack: 'Ritira',
  notYours: 'Scritto da {{name}}, che può ritirarlo.',
  takenBack: 'Il commento è stato ritirato.',
  files: 'File',
  fileSays: 'Al massimo 50 MB ciascuno. Un file conserva ogni revisione e l’hash dei suoi byte.',
  added: '{{name}} è stato allegato.',
  revisionOf: 'Revisione {{revision, number}}',
  by: '{{name}}, {{at}}',
  hash: 'SHA-256',
  validUntil: 'Valido fino al',
  expiredOn: 'scaduto il {{on}}',
  validUntilDay: 'valido fino al {{on}}',
  name: 'Titolo',
  newRevision: 'Revisione più recente',
  revised: '{{title}} ha una revisione più recente.',
  older_one: '{{count, number}} revisione precedente',
  older_other: '{{count, number}} revisioni precedenti',
  useAs: 'Usa come prova',
  isUsed: 'vale come prova',
}
