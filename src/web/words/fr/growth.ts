import type { growth as english } from '../en/growth.ts'
import type { Said } from '../said.ts'

/** A scenario of growth, from what was counted. */
export const growth: Said<typeof english> = {
  title: 'Croissance',
  says: 'Ce que davantage de travail demande en personnes et en argent, à partir des volumes comptés dans les tickets.',
  rate: 'Croissance par an, %',
  rateMeasured: 'Mesurée : {{rate}}, les douze derniers mois par rapport aux douze précédents',
  rateUnknown: 'Non mesurée : il faut 24 mois entiers',
  staff: 'Personnes aujourd’hui',
  share: 'Part de leur temps pour les tickets, %',
  shareSays: 'Notre estimation tant que personne ne l’a mesurée ; le reste ne change pas',
  ahead: 'Années à venir',
  nothing: 'Pas encore de volumes',
  nothingSays: 'Importez des tickets et collectez les preuves : le scénario part de ce qui a été compté.',
  counted: 'Ce qui a été compté',
  volume: 'Volume',
  aYear: 'Par an',
  grew: 'A augmenté de',
  lessened: 'En moins avec le programme',
  over: 'Sur',
  years: 'Les années à venir',
  yearsSay:
    'Sans le programme, et avec lui tel que l’étude de rentabilité le suppose. Le coût est ce qui dépasse celui d’aujourd’hui.',
  tickets: 'Tickets',
  ticketsWith: 'Tickets, avec lui',
  people: 'Personnes',
  peopleWith: 'Personnes, avec lui',
  cost: 'Coût',
  costWith: 'Coût, avec lui',
  noStaff: 'Le nombre de personnes n’est pas connu : indiquez-le ci-dessus ou dans les données du programme.',
  noRate:
    'Le coût d’une journée interne n’est pas connu : donnez-le sous Hypothèses, et le coût figurera ici.',
  formula: 'Comment c’est calculé',
  reset: 'Comme mesuré',
}
