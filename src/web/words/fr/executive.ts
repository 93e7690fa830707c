import type { executive as english } from '../en/executive.ts'
import type { Said } from '../said.ts'

/** What executives ask, with the figures of today. */
export const executive: Said<typeof english> = {
  title: 'Questions',
  says: 'Ce que les dirigeants demandent avant de décider, avec les chiffres d’aujourd’hui.',
  asks: {
    scalability: 'Cela grandit-il avec nous ?',
    integration: 'Cela convient-il à nos systèmes ?',
    workforce: 'Nos équipes sont-elles prêtes ?',
  },
  because: {
    scalability: 'Volumes et croissance sont comptés dans les tickets ; le périmètre s’étend pas à pas.',
    integration:
      'Rien ne doit être remplacé : les outils sont évalués, et ce qui manque a des options chiffrées.',
    workforce:
      'Rôles, compétences, formation et direction tels que les registres et enquêtes les tiennent ; les petits groupes ne sont pas montrés.',
  },
  figures: {
    volume: 'Tickets par an',
    growth: 'Croissance de la dernière année',
    'people-later': 'Personnes nécessaires dans {{years}} ans à ce rythme',
    services: 'Services actifs dans le périmètre',
    extensions: 'Services actifs qu’une extension ajouterait',
    tools: 'Outils de gestion des services utilisés',
    'tools-judged': 'Outils évalués pour leur compatibilité',
    'shown-by-data': 'Ce que les données montrent des capacités demandées',
    'contracts-ending': 'Contrats qui prennent bientôt fin',
    'options-open': 'Options encore comparées',
    'roles-filled': 'Rôles en place',
    'competence-gaps': 'Écarts de compétence',
    training: 'Formations achevées',
    leadership: 'Dirigeants engagés',
    resistance: 'Résistances ouvertes',
  },
  of: '{{value}} sur {{of}}',
  over: '{{value}}, sur {{of}}',
  today: '{{value}}, aujourd’hui {{of}}',
  unknown: 'pas encore connu',
  missing_one: '{{count, number}} chiffre n’est pas encore connu : sa page dit ce qu’il faut.',
  missing_other: '{{count, number}} chiffres ne sont pas encore connus : leurs pages disent ce qu’il faut.',
  options: 'Voies vers la conformité',
  optionsSay:
    'L’effort est celui du personnel propre pour cette taille, d’après le catalogue et notre estimation ; reprenez une voie pour juger ses conditions et choisir.',
  heads: {
    option: 'Voie',
    conditions: 'Conditions',
    effort: 'Effort propre',
    months: 'Mois',
    risk: 'Risque',
  },
  days: '{{low}} à {{high}} jours',
}
