import type { standing as english } from '../en/standing.ts'
import type { Said } from '../said.ts'

/** Where the assessment stands: snapshots, contradictions, comparison. */
export const standing: Said<typeof english> = {
  snapshots: 'Instantanés',
  consistency: 'Radiographie',
  benchmark: 'Comparaison',
  consistent: 'Rien ne se contredit.',
  doubts_one: '{{count, number}} point à revoir : il se contredit ou repose sur trop peu.',
  doubts_other: '{{count, number}} points à revoir : ils se contredisent ou reposent sur trop peu.',
  nothingFound: 'Rien à signaler.',
  rises: 'Beaucoup d’évaluations relevées d’un coup',
  snapshotCount_one: '{{count, number}} état figé. Un instantané n’est jamais modifié.',
  snapshotCount_other: '{{count, number}} états figés. Un instantané n’est jamais modifié.',
  snapshotName: 'Nom de l’instantané',
  freeze: 'Figer maintenant',
  frozen: 'L’état actuel de l’évaluation a été figé.',
  sinceThen: 'Ce qui a changé depuis',
  snapshotHead: '{{number}} : {{name}}',
  prune: 'Se défaire des anciennes données',
  pruneSays:
    'Les instantanés d’avant un jour gardent leur évaluation, et les documents qui en sont issus restent. Ce qu’eux seuls contiennent (preuves, registres, plan) est supprimé.',
  pruneBefore: 'Instantanés d’avant le',
  pruneDo: 'Supprimer leurs données',
  pruneDay: 'Choisissez d’abord un jour.',
  pruneAsk: 'Supprimer les données de tous les instantanés d’avant le {{on}} ?',
  pruneMeans:
    'C’est définitif : aucun nouveau document ne pourra être fait à partir de ces instantanés. L’opération est inscrite dans la piste d’audit.',
  pruned_one: 'Les données d’un instantané ont été supprimées.',
  pruned_other: 'Les données de {{count, number}} instantanés ont été supprimées.',
  forDocuments: 'pris pour des documents',
  missing:
    'Ses données ont été abandonnées le {{on}} par {{by}} : les documents établis restent, de nouveaux ne sont pas possibles.',
  missingParts: 'Une partie de ses données n’est plus là.',
  reportOf: 'En faire un rapport (PDF)',
  reportAsked: 'Le rapport est en cours. Il sera sur la page Documents.',
  difference: 'Changements depuis l’instantané',
  indexFromTo: 'L’indice est passé de {{before}} à {{after}}.',
  changed_one: '{{count, number}} exigence a changé.',
  changed_other: '{{count, number}} exigences ont changé.',
  direction: {
    better: 'meilleur',
    worse: 'moins bon',
    same: 'inchangé',
    new: 'nouveau',
    gone: 'supprimé',
  },
  benchmarkSays: 'Part des exigences satisfaites, en regard de l’objectif et des profils de référence.',
  target: 'Objectif',
}
