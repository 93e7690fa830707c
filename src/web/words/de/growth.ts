import type { growth as english } from '../en/growth.ts'
import type { Said } from '../said.ts'

/** A scenario of growth, from what was counted. */
export const growth: Said<typeof english> = {
  title: 'Wachstum',
  says: 'Was mehr Arbeit an Personen und Geld verlangt, aus den Mengen, die die Tickets zählen.',
  rate: 'Wachstum pro Jahr, %',
  rateMeasured: 'Gemessen: {{rate}}, die letzten zwölf Monate gegen die zwölf davor',
  rateUnknown: 'Nicht gemessen: Dafür braucht es 24 ganze Monate',
  staff: 'Personen heute',
  share: 'Anteil ihrer Zeit für Tickets, %',
  shareSays: 'Unsere Einschätzung, bis jemand es gemessen hat; alles andere bleibt, wie es ist',
  ahead: 'Jahre voraus',
  nothing: 'Noch keine Mengen',
  nothingSays:
    'Importieren Sie Tickets und sammeln Sie Nachweise: Das Szenario beginnt mit dem, was gezählt wurde.',
  counted: 'Was gezählt wurde',
  volume: 'Menge',
  aYear: 'Im Jahr',
  grew: 'Gewachsen um',
  lessened: 'Weniger durch das Programm',
  over: 'Über',
  years: 'Die kommenden Jahre',
  yearsSay:
    'Ohne das Programm, und mit ihm, wie der Business Case es annimmt. Die Kosten sind das, was über heute hinausgeht.',
  tickets: 'Tickets',
  ticketsWith: 'Tickets, mit ihm',
  people: 'Personen',
  peopleWith: 'Personen, mit ihm',
  cost: 'Kosten',
  costWith: 'Kosten, mit ihm',
  noStaff:
    'Wie viele Personen es sind, ist nicht bekannt: Schreiben Sie es oben hin oder in die Angaben zum Programm.',
  noRate:
    'Was ein eigener Tag kostet, ist nicht bekannt: Geben Sie es unter Annahmen an, dann stehen hier die Kosten.',
  formula: 'Wie gerechnet wird',
  reset: 'Wie gemessen',
}
