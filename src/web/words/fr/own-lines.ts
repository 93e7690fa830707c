import type { ownLines as english } from '../en/own-lines.ts'
import type { Said } from '../said.ts'

/** Lines of cost and benefit that an organization writes itself. */
export const ownLines: Said<typeof english> = {
  add: 'Ajouter une ligne propre',
  own: 'propre',
  open: 'Importer des lignes propres',
  side: 'Coût ou bénéfice',
  cost: 'Coût',
  benefit: 'Bénéfice',
  kind: 'Type de coût',
  kinds: { direct: 'argent', 'own people': 'temps propre' },
  reach: 'Se produit',
  reaches: {
    'inside IT': 'dans l’informatique',
    users: 'chez les utilisateurs',
    company: 'dans l’entreprise',
  },
  needsCertificate: 'Seulement avec le certificat',
  unitSays: 'Vide : les montants sont en {{currency}}',
  price: '{{currency}} par unité',
  once: 'Une fois, en {{unit}}',
  yearly: 'Chaque année suivante, en {{unit}}',
  fullYear: 'En année pleine, en {{unit}}',
  realisation: 'Part réalisée',
  realisationSays: 'Du temps libéré la moitié, sauf avis contraire : 0,5',
  attribution: 'Part due au programme',
  onceIn: 'Une fois en année',
  onceInSays: 'Vide : en année 0',
  fromYear: 'Première année',
  yearsSay: 'Année 0 à {{years, number}} ; vide : comme d’habitude',
  toYear: 'Dernière année',
  claims: 'Ce qu’elle compte',
  claimsSay:
    'Choisissez ce que d’autres lignes comptent aussi, ou écrivez vos mots : ainsi aucun bénéfice n’est compté deux fois',
  proofNone: 'pas encore',
  import: 'Importer des lignes propres',
  importSays:
    'Une liste de coûts et de bénéfices propres, faite ailleurs. Vous voyez ce qui arriverait à chaque ligne avant que quoi que ce soit ne soit écrit.',
  takes: 'Excel ou CSV, 2 Mo au plus : une ligne par rangée, au moins avec les colonnes Ligne et Côté.',
  columns:
    'Une rangée concerne la ligne propre de son titre. Une cellule vide laisse ce qui existe ; ce que la ligne compte se sépare par des points-virgules.',
  apply_one: 'Écrire {{count, number}} ligne',
  apply_other: 'Écrire {{count, number}} lignes',
  applied_one: '{{count, number}} ligne a été écrite.',
  applied_other: '{{count, number}} lignes ont été écrites.',
  before: 'Actuel : une fois / par an',
  after: 'Ensuite : une fois / par an',
  whyNot: 'Pourquoi pas',
}
