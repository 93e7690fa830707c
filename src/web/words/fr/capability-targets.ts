import type { capabilityTargets as english } from '../en/capability-targets.ts'
import type { Said } from '../said.ts'

/** Targets of capability, and the gap as far as tickets can tell. */
export const capabilityTargets: Said<typeof english> = {
  title: 'Aptitude',
  says_one: '{{count, number}} processus n’atteint pas sa cible.',
  says_other: '{{count, number}} processus n’atteignent pas leur cible.',
  nothing: 'Aucun processus n’est sous sa cible, pour autant que les tickets le montrent.',
  rule: 'Un objectif de priorité haute demande le niveau 3 aux processus concernés, de priorité moyenne le niveau 2, de priorité basse ou sans objectif le niveau 1. Les tickets ne renseignent que sur les attributs 1.1, 2.2 et 3.2 : ils ne prouvent aucun niveau.',
  process: 'Processus',
  target: 'Cible',
  goals: 'D’après les objectifs',
  noGoal: 'aucun objectif : il doit être réalisé',
  shown: 'Ce que montrent les tickets',
  standing: 'Situation',
  above: 'PA {{attribute}} : {{shown}}, demandé plus de {{above}}',
  notSeen: 'PA {{attribute}} : non vu, demandé plus de {{above}}',
  short_one: '{{count, number}} point manque',
  short_other: '{{count, number}} points manquent',
  standings: {
    'reached as far as seen': 'rien ne manque, autant qu’on voie',
    short: 'en dessous',
    'not seen': 'non vu',
  },
  change: 'Fixer la cible',
  level: 'Niveau',
  reason: 'Pourquoi ce niveau',
  save: 'Fixer',
  clear: 'Suivre de nouveau les objectifs',
  setBy: 'Les objectifs donneraient le niveau {{derived}}. {{by}} : {{reason}}',
}
