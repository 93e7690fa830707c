import type { jobs as english } from '../en/jobs.ts'
import type { Said } from '../said.ts'

/** Work that takes long, on every page that starts some. */
export const jobs: Said<typeof english> = {
  title: 'En cours',
  kinds: {
    ingest: 'Lecture des fichiers',
    collect: 'Exécution des vérifications',
    documents: 'Création d’un document',
    demo: 'Chargement de la démo',
  },
  states: {
    waiting: 'en attente',
    running: 'en cours',
    done: 'terminé',
    'needs answer': 'attend une réponse',
    refused: 'refusé',
    failed: 'échoué',
    cancelled: 'annulé',
  },
  stage: '{{stage}} : {{done, number}} sur {{of, number}}',
  callOff: 'Annuler',
}
