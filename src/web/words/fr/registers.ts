import type { registers as english } from '../en/registers.ts'
import type { Said } from '../said.ts'

/** The registers and their records. */
export const registers: Said<typeof english> = {
  titles: {
    services: 'Services',
    agreements: 'Accords',
    parties: 'Fournisseurs et autres parties',
    'interested-parties': 'Parties intéressées',
    issues: 'Enjeux du contexte',
    risks: 'Risques et opportunités',
    objectives: 'Objectifs',
    documents: 'Politiques et documents',
    obligations: 'Obligations',
    roles: 'Rôles',
    competence: 'Compétences',
    assets: 'Actifs',
  },
  register: 'Registre',
  records: 'Fiches',
  states: 'États',
  clauses: 'Articles',
  noneAtAll:
    'Les registres sont encore vides. Commencez par les services : presque tout le reste s’y rapporte.',
  hold_one: 'Les registres contiennent {{count, number}} fiche.',
  hold_other: 'Les registres contiennent {{count, number}} fiches.',
  noneEmpty: 'Aucun n’est vide.',
  someEmpty_one: '{{count, number}} registre est encore vide.',
  someEmpty_other: '{{count, number}} registres sont encore vides.',
  add: 'Ajouter une fiche',
  addFirst: 'Ajouter la première fiche',
  empty: 'Ce registre est vide.',
  emptySays: 'Saisissez la première fiche, ou importez une liste depuis un fichier CSV ou Excel.',
  new: 'Nouvelle fiche : {{what}}',
  number: 'Numéro',
  state: 'État',
  moved: 'Nouvel état : {{state}}.',
  missing: 'À remplir d’abord : {{fields}}.',
  why: 'Pourquoi ?',
  history: 'Historique',
  linkedFrom: 'Citée par',
  nothingChanged: 'Rien n’a encore été modifié.',
}
