import type { attached as english } from '../en/attached.ts'
import type { Said } from '../said.ts'

/** What people put beside a record, a requirement, or a result: comments and files. */
export const attached: Said<typeof english> = {
  comments: 'Commentaires',
  noComments: 'Personne n’a encore rien dit.',
  comment: 'Commentaire',
  say: 'Commenter',
  edited: 'modifié {{at}}',
  takeBack: 'Retirer',
  notYours: 'Écrit par {{name}}, qui peut le retirer.',
  takenBack: 'Le commentaire a été retiré.',
  files: 'Fichiers',
  fileSays: '50 Mo au plus par fichier. Un fichier garde chaque révision et l’empreinte de ses octets.',
  added: '{{name}} a été joint.',
  revisionOf: 'Révision {{revision, number}}',
  by: '{{name}}, {{at}}',
  hash: 'SHA-256',
  validUntil: 'Valable jusqu’au',
  expiredOn: 'expiré le {{on}}',
  validUntilDay: 'valable jusqu’au {{on}}',
  name: 'Titre',
  newRevision: 'Révision plus récente',
  revised: '{{title}} a une révision plus récente.',
  older_one: '{{count, number}} révision antérieure',
  older_other: '{{count, number}} révisions antérieures',
  useAs: 'Utiliser comme preuve',
  isUsed: 'compte comme preuve',
}
