import type { room as english } from '../en/room.ts'
import type { Said } from '../said.ts'

/** The evidence room. */
export const room: Said<typeof english> = {
  says: 'Ce que {{organization}} montre à un auditeur externe. Rien ne peut être modifié ici ; ce qui est ouvert figure dans la piste d’audit.',
  draw: 'Tirer un échantillon',
  scope: 'Domaine d’application',
  approved: 'Approuvé le {{day}}',
  services: 'Services',
  parties: 'Fournisseurs et autres parties',
  documents: 'Informations documentées',
  evidence: 'Preuves par exigence',
  evidenceSays_one:
    '{{count, number}} exigence, {{files, number}} fichiers avec l’empreinte sous laquelle ils sont gardés',
  evidenceSays_other:
    '{{count, number}} exigences, {{files, number}} fichiers avec l’empreinte sous laquelle ils sont gardés',
  list: 'Télécharger la liste des preuves (CSV)',
  count_one: '{{count, number}} entrée',
  count_other: '{{count, number}} entrées',
  checks_one: '{{count, number}} contrôle',
  checks_other: '{{count, number}} contrôles',
  ratings: 'Évaluations propres de l’organisation',
  ratingsSay: 'Elles ne s’affichent que si vous les ouvrez.',
  openRatings: 'Ouvrir les évaluations',
}
