import type { Terms } from './terms.ts'

/** The fixed terms of ratings, gates and readiness: the same in every page and document. */
export const frenchTerms: Terms = {
  rating: {
    conforming: 'conforme',
    ofi: 'opportunité d’amélioration',
    partially: 'partiellement satisfaite',
    minor_nc: 'non-conformité mineure',
    major_nc: 'non-conformité majeure',
    not_applicable: 'non applicable',
    not_assessed: 'non évaluée',
  },
  verdict: { pass: 'réussi', fail: 'échoué', inconclusive: 'non concluant' },
  readiness: {
    blocked: 'bloqué',
    'not ready': 'pas prêt',
    preparing: 'en préparation',
    'nearly ready': 'presque prêt',
    'ready with conditions': 'prêt sous conditions',
    ready: 'prêt',
  },
  level: { error: 'erreur', warning: 'avertissement', note: 'remarque' },
  severity: { major: 'majeur', minor: 'mineur', signal: 'signal' },
  criticality: { high: 'élevée', medium: 'moyenne', low: 'faible' },
  gateTitles: {
    G1: 'Le domaine d’application est approuvé, les services et les autres parties sont désignés',
    G2: 'Aucune non-conformité majeure ouverte',
    G3: 'Aucun article avec trois évaluations mineures ou partielles ou plus',
    G4: 'Les exigences de criticité élevée sont satisfaites',
    G5: 'Les exigences sont évaluées',
    G6: 'Les preuves sont solides et à jour',
    G7: 'Enregistrements sur trois mois ou un cycle complet',
    G8: 'L’audit interne de tout le domaine d’application est réalisé',
    G9: 'La revue de direction a eu lieu',
    G10: 'Les actions correctives de l’audit interne sont en cours',
    G11: 'Les informations documentées exigées sont en vigueur',
    G12: 'Les personnes sont formées et les rôles pourvus',
  },
  caps: {
    'major nonconformity open': 'une non-conformité majeure est ouverte',
    'three or more minor nonconformities or partial ratings in one clause':
      'trois non-conformités mineures ou évaluations partielles ou plus dans un même article',
    'high criticality requirement not assessed': 'une exigence de criticité élevée n’est pas évaluée',
    'less than 95 % assessed': 'moins de 95 % sont évaluées',
    'less than 90 % with current evidence': 'moins de 90 % ont des preuves à jour',
    'full internal audit missing': 'l’audit interne complet manque',
    'management review missing': 'la revue de direction manque',
    'high criticality requirement only partially met':
      'une exigence de criticité élevée n’est que partiellement satisfaite',
    'requirements not assessed': 'certaines exigences ne sont pas évaluées',
    'open minor nonconformities or partial fulfilment':
      'des non-conformités mineures ou des évaluations partielles sont ouvertes',
  },
}
