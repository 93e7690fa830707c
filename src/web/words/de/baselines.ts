import type { baselines as english } from '../en/baselines.ts'
import type { Said } from '../said.ts'

/** The baselines of the assessment, and which of them a page shows. */
export const baselines: Said<typeof english> = {
  title: 'Bewertungsrunden',
  shown: 'Gezeigte Bewertungsrunde',
  kinds: {
    full: 'vollständig',
    'quick scan': 'Schnelldurchgang',
  },
  kindSays: {
    full: 'Jede Anforderung wird angesehen.',
    'quick scan':
      'Ein kurzer erster Blick auf die dafür vorgesehenen Anforderungen; was aus anderen folgt, bleibt weg.',
  },
  states: {
    open: 'offen',
    closed: 'geschlossen',
  },
  older: 'Sie sehen „{{name}}“, eine ältere Bewertungsrunde: Darin lässt sich nichts ändern.',
  toCurrent: 'Zurück zur aktuellen',
  none: 'Es gibt noch keine Bewertungsrunde.',
  noneSays:
    'Die erste Bewertung oder Aussage beginnt eine von selbst; oder beginnen Sie hier eine, mit ihrem Geltungsbereich.',
  saysOpen: '„{{name}}“ ist offen: Aussagen und Bewertungen gehen dort hinein.',
  saysNoneOpen: 'Keine Bewertungsrunde ist offen: Beginnen Sie eine, um zu bewerten und auszusagen.',
  start: 'Bewertungsrunde beginnen',
  startSays: 'Nur eine Bewertungsrunde ist auf einmal offen. Was geschlossen wurde, bleibt, wie es war.',
  startDo: 'Beginnen',
  name: 'Name',
  kind: 'Art',
  scope: 'Geltungsbereich',
  assessedOn: 'Bewertet am',
  started: 'Begonnen',
  by: '{{name}}, {{at}}',
  closed: 'Geschlossen',
  close: 'Schließen',
  reopen: 'Wieder öffnen',
  wasClosed: '„{{name}}“ wurde geschlossen.',
  wasStarted: '„{{name}}“ wurde begonnen.',
  closeFirst: 'Schließen Sie zuerst „{{name}}“.',
  carriesOver: 'Mitnehmen',
  carriesOverHint: 'Aussagen und Bewertungen einer früheren Bewertungsrunde, als Anfang.',
  fromNothing: 'nichts: leer beginnen',
  quickScan: 'Schnelldurchgang',
  inQuickScan: 'im Schnelldurchgang',
  notInQuickScan: 'nicht im Schnelldurchgang',
}
