import type { gapList as english } from '../en/gap-list.ts'
import type { Said } from '../said.ts'

/** An own gap list that is imported with a preview. */
export const gapList: Said<typeof english> = {
  title: 'Importer une liste d’écarts',
  open: 'Importer une liste d’écarts',
  says: 'Une liste d’exigences avec leurs cotations, faite ailleurs. Vous voyez ce qui arriverait à chaque cotation avant que quoi que ce soit ne soit écrit.',
  takes:
    'Excel ou CSV, 10 Mo au plus : une colonne avec l’exigence (8.3.3-b), une avec la cotation, une avec le commentaire.',
  apply_one: 'Écrire {{count, number}} cotation',
  apply_other: 'Écrire {{count, number}} cotations',
  applied_one: '{{count, number}} cotation a été écrite.',
  applied_other: '{{count, number}} cotations ont été écrites.',
  before: 'Cotation actuelle',
  after: 'Cotation ensuite',
  comment: 'Commentaire, ou pourquoi pas',
}
