import type { attached as english } from '../en/attached.ts'
import type { Said } from '../said.ts'

/** What people put beside a record, a requirement, or a result: comments and files. */
export const attached: Said<typeof english> = {
  comments: 'Kommentare',
  noComments: 'Noch hat niemand etwas gesagt.',
  comment: 'Kommentar',
  say: 'Kommentieren',
  edited: 'geändert {{at}}',
  takeBack: 'Zurücknehmen',
  notYours: 'Von {{name}} geschrieben; nur diese Person kann ihn zurücknehmen.',
  takenBack: 'Der Kommentar wurde zurückgenommen.',
  files: 'Dateien',
  fileSays: 'Höchstens je 50 MB. Eine Datei behält jede Revision und den Hash ihrer Bytes.',
  added: '{{name}} wurde angehängt.',
  revisionOf: 'Revision {{revision, number}}',
  by: '{{name}}, {{at}}',
  hash: 'SHA-256',
  validUntil: 'Gültig bis',
  expiredOn: 'abgelaufen am {{on}}',
  validUntilDay: 'gültig bis {{on}}',
  name: 'Titel',
  newRevision: 'Neuere Revision',
  revised: '{{title}} hat eine neuere Revision.',
  older_one: '{{count, number}} ältere Revision',
  older_other: '{{count, number}} ältere Revisionen',
  useAs: 'Als Nachweis verwenden',
  isUsed: 'zählt als Nachweis',
}
