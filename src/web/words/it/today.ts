import type { today as english } from '../en/today.ts'
import type { Said } from '../said.ts'

/** The Today page. */
export const today: Said<typeof english> = {
  noTask: 'Nessun requisito attende la sua risposta.',
  tasksOpen_one: '{{count, number}} requisito attende la sua risposta.',
  tasksOpen_other: '{{count, number}} requisiti attendono la sua risposta.',
  late_one: '{{count, number}} è in ritardo.',
  late_other: '{{count, number}} sono in ritardo.',
  toConfirm_one: '{{count, number}} valutazione attende la sua conferma.',
  toConfirm_other: '{{count, number}} valutazioni attendono la sua conferma.',
  drifted_one: '{{count, number}} verifica è cambiata dall’ultima raccolta.',
  drifted_other: '{{count, number}} verifiche sono cambiate dall’ultima raccolta.',
  running_one: '{{count, number}} evidenza è in scadenza.',
  running_other: '{{count, number}} evidenze sono in scadenza.',
  empty: 'Nulla la attende.',
  emptySays: 'Qui compaiono attività, valutazioni da confermare, verifiche cambiate ed evidenze in scadenza.',
  mine: 'Le sue attività',
  askedBy: 'richiesto da {{name}}',
  answered: 'risposto',
  lateSince: 'in ritardo dal {{day}}',
  dueOn: 'entro il {{day}}',
  noDue: 'senza scadenza',
  drifts: 'Che cosa è cambiato',
  driftsSay: 'Verifiche la cui quota è cambiata tra le ultime due raccolte.',
  fromTo: '{{before}} → {{after}}',
  confirmations: 'Valutazioni da confermare',
  confirmationsSay: 'Deve esaminarle una seconda persona.',
  overdue: 'In ritardo presso altri',
  stale: 'Evidenze in scadenza',
}
