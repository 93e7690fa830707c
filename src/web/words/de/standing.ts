import type { standing as english } from '../en/standing.ts'
import type { Said } from '../said.ts'

/** Where the assessment stands: snapshots, contradictions, comparison. */
export const standing: Said<typeof english> = {
  snapshots: 'Eingefrorene Stände',
  consistency: 'Röntgenbild',
  benchmark: 'Vergleich',
  consistent: 'Nichts widerspricht sich.',
  doubts_one: '{{count, number}} Stelle zum Nachprüfen: Sie widerspricht sich oder ist zu schwach belegt.',
  doubts_other:
    '{{count, number}} Stellen zum Nachprüfen: Sie widersprechen sich oder sind zu schwach belegt.',
  nothingFound: 'Nichts gefunden.',
  rises: 'Viele Bewertungen auf einmal angehoben',
  snapshotCount_one: '{{count, number}} eingefrorener Stand. Er wird nie mehr geändert.',
  snapshotCount_other: '{{count, number}} eingefrorene Stände. Sie werden nie mehr geändert.',
  snapshotName: 'Name des Standes',
  freeze: 'Jetzt einfrieren',
  frozen: 'Der jetzige Stand der Bewertung wurde eingefroren.',
  sinceThen: 'Was sich seither geändert hat',
  snapshotHead: '{{number}}: {{name}}',
  prune: 'Alte Daten loslassen',
  pruneSays:
    'Stände vor einem Tag behalten ihre Bewertung, und Dokumente daraus bleiben. Was nur sie enthalten (Nachweise, Register, Plan), wird gelöscht.',
  pruneBefore: 'Stände vor dem',
  pruneDo: 'Ihre Daten löschen',
  pruneDay: 'Wählen Sie zuerst einen Tag.',
  pruneAsk: 'Die Daten aller Stände vor dem {{on}} löschen?',
  pruneMeans:
    'Das lässt sich nicht zurücknehmen: aus diesen Ständen kann kein neues Dokument mehr entstehen. Es steht danach im Prüfpfad.',
  pruned_one: 'Die Daten eines Standes wurden gelöscht.',
  pruned_other: 'Die Daten von {{count, number}} Ständen wurden gelöscht.',
  forDocuments: 'für Dokumente eingefroren',
  missing:
    'Seine Daten wurden am {{on}} von {{by}} aufgegeben: Dokumente daraus bleiben, neue sind nicht möglich.',
  missingParts: 'Ein Teil seiner Daten ist nicht mehr da.',
  reportOf: 'Das als Bericht schreiben (PDF)',
  reportAsked: 'Der Bericht wird geschrieben. Er erscheint auf der Seite Dokumente.',
  difference: 'Änderungen seit diesem Stand',
  indexFromTo: 'Der Index ging von {{before}} auf {{after}}.',
  changed_one: '{{count, number}} Anforderung hat sich geändert.',
  changed_other: '{{count, number}} Anforderungen haben sich geändert.',
  direction: {
    better: 'besser',
    worse: 'schlechter',
    same: 'gleich',
    new: 'neu',
    gone: 'entfallen',
  },
  benchmarkSays: 'Anteil erfüllter Anforderungen neben Ziel und Vergleichsprofilen.',
  target: 'Ziel',
}
