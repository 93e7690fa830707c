import type { today as english } from '../en/today.ts'
import type { Said } from '../said.ts'

/** The Today page. */
export const today: Said<typeof english> = {
  noTask: 'Aucune exigence n’attend votre réponse.',
  tasksOpen_one: '{{count, number}} exigence attend votre réponse.',
  tasksOpen_other: '{{count, number}} exigences attendent votre réponse.',
  late_one: '{{count, number}} est en retard.',
  late_other: '{{count, number}} sont en retard.',
  toConfirm_one: '{{count, number}} évaluation attend votre confirmation.',
  toConfirm_other: '{{count, number}} évaluations attendent votre confirmation.',
  drifted_one: '{{count, number}} contrôle a évolué depuis la dernière collecte.',
  drifted_other: '{{count, number}} contrôles ont évolué depuis la dernière collecte.',
  running_one: '{{count, number}} preuve arrive à échéance.',
  running_other: '{{count, number}} preuves arrivent à échéance.',
  standing: 'Où nous en sommes',
  standingMore: 'Vers l’état de préparation',
  figures: 'Chiffres à regarder',
  figuresSay: 'Chacun mène à ses mois et à ce qu’il compte.',
  empty: 'Rien ne vous attend.',
  emptySays:
    'Ici apparaissent les tâches, les évaluations à confirmer, les contrôles qui ont évolué et les preuves qui arrivent à échéance.',
  mine: 'Vos tâches',
  askedBy: 'demandé par {{name}}',
  answered: 'répondu',
  lateSince: 'en retard depuis le {{day}}',
  dueOn: 'pour le {{day}}',
  noDue: 'sans échéance',
  drifts: 'Ce qui a évolué',
  driftsSay: 'Contrôles dont la part a changé entre les deux dernières collectes.',
  fromTo: '{{before}} → {{after}}',
  confirmations: 'Évaluations à confirmer',
  confirmationsSay: 'Une seconde personne doit les examiner.',
  overdue: 'En retard chez d’autres',
  stale: 'Preuves arrivant à échéance',
}
