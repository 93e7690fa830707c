import type { ownLines as english } from '../en/own-lines.ts'
import type { Said } from '../said.ts'

/** Lines of cost and benefit that an organization writes itself. */
export const ownLines: Said<typeof english> = {
  add: 'Eigene Zeile hinzufügen',
  own: 'eigene',
  open: 'Eigene Zeilen importieren',
  side: 'Kosten oder Nutzen',
  cost: 'Kosten',
  benefit: 'Nutzen',
  kind: 'Art der Kosten',
  kinds: { direct: 'Geld', 'own people': 'eigene Zeit' },
  reach: 'Entsteht',
  reaches: { 'inside IT': 'in der IT', users: 'bei den Anwendern', company: 'im Unternehmen' },
  needsCertificate: 'Nur mit dem Zertifikat',
  unitSays: 'Leer: die Beträge sind {{currency}}',
  price: '{{currency}} je Einheit',
  once: 'Einmal, in {{unit}}',
  yearly: 'In jedem späteren Jahr, in {{unit}}',
  fullYear: 'In einem vollen Jahr, in {{unit}}',
  realisation: 'Anteil, der verwirklicht wird',
  realisationSays: 'Von frei gewordener Zeit die Hälfte, sofern Sie nichts anderes sagen: 0,5',
  attribution: 'Anteil, der vom Programm kommt',
  onceIn: 'Einmal im Jahr',
  onceInSays: 'Leer: im Jahr 0',
  fromYear: 'Erstes Jahr',
  yearsSay: 'Jahr 0 bis {{years, number}}; leer: wie üblich',
  toYear: 'Letztes Jahr',
  claims: 'Was sie zählt',
  claimsSay:
    'Wählen Sie, was andere Zeilen auch zählen, oder schreiben Sie eigene Worte: so zählt kein Nutzen doppelt',
  proofNone: 'noch keine',
  import: 'Eigene Zeilen importieren',
  importSays:
    'Eine Liste eigener Kosten und Nutzen, anderswo erstellt. Sie sehen, was mit jeder Zeile geschähe, bevor etwas geschrieben wird.',
  takes: 'Excel oder CSV, höchstens 2 MB: eine Zeile je Reihe, mindestens mit den Spalten Zeile und Seite.',
  columns:
    'Eine Reihe gilt der eigenen Zeile mit ihrem Titel. Eine leere Zelle lässt stehen, was steht; was die Zeile zählt, wird mit Strichpunkten getrennt.',
  apply_one: '{{count, number}} Zeile schreiben',
  apply_other: '{{count, number}} Zeilen schreiben',
  applied_one: '{{count, number}} Zeile wurde geschrieben.',
  applied_other: '{{count, number}} Zeilen wurden geschrieben.',
  before: 'Jetzt: einmal / jährlich',
  after: 'Dann: einmal / jährlich',
  whyNot: 'Warum nicht',
}
