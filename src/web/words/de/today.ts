import type { today as english } from '../en/today.ts'
import type { Said } from '../said.ts'

/** The Today page. */
export const today: Said<typeof english> = {
  noTask: 'Keine Anforderung wartet auf Ihre Antwort.',
  tasksOpen_one: '{{count, number}} Anforderung wartet auf Ihre Antwort.',
  tasksOpen_other: '{{count, number}} Anforderungen warten auf Ihre Antwort.',
  late_one: '{{count, number}} ist überfällig.',
  late_other: '{{count, number}} sind überfällig.',
  toConfirm_one: '{{count, number}} Bewertung wartet auf Ihre Bestätigung.',
  toConfirm_other: '{{count, number}} Bewertungen warten auf Ihre Bestätigung.',
  drifted_one: '{{count, number}} Prüfung hat sich seit der letzten Erhebung verändert.',
  drifted_other: '{{count, number}} Prüfungen haben sich seit der letzten Erhebung verändert.',
  running_one: '{{count, number}} Nachweis läuft ab.',
  running_other: '{{count, number}} Nachweise laufen ab.',
  standing: 'Wo wir stehen',
  standingMore: 'Zur Bereitschaft',
  figures: 'Zahlen, die man ansehen sollte',
  figuresSay: 'Jede führt zu ihren Monaten und zu dem, was sie zählt.',
  empty: 'Nichts wartet auf Sie.',
  emptySays:
    'Hier erscheinen Aufgaben, zu bestätigende Bewertungen, veränderte Prüfungen und ablaufende Nachweise.',
  mine: 'Ihre Aufgaben',
  askedBy: 'gefragt von {{name}}',
  answered: 'beantwortet',
  lateSince: 'überfällig seit {{day}}',
  dueOn: 'fällig am {{day}}',
  noDue: 'ohne Termin',
  drifts: 'Was sich verändert hat',
  driftsSay: 'Prüfungen, deren Anteil sich zwischen den letzten beiden Erhebungen verändert hat.',
  fromTo: '{{before}} → {{after}}',
  confirmations: 'Zu bestätigende Bewertungen',
  confirmationsSay: 'Diese muss eine zweite Person ansehen.',
  overdue: 'Bei anderen überfällig',
  stale: 'Ablaufende Nachweise',
}
