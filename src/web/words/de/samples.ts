import type { samples as english } from '../en/samples.ts'
import type { Said } from '../said.ts'

/** The pages of samples. */
export const samples: Said<typeof english> = {
  title: 'Stichproben',
  says: 'Eine Stichprobe wird mit Ihrem eigenen Startwert gezogen, bevor jemand hinsieht: Mit demselben Startwert und denselben Datensätzen zieht jeder dieselben.',
  nothing: 'Noch gibt es nichts, woraus gezogen werden kann',
  nothingSays:
    'Stichproben werden aus Tickets gezogen. Laden Sie zuerst einen Export des Ticketwerkzeugs hoch.',
  draw: 'Stichprobe ziehen',
  period: 'Aus den Tickets vom {{from}} bis {{to}}.',
  drawnSoFar: 'Bisher gezogene Stichproben',
  name: 'Name',
  nameHint: 'Leer gelassen, heißt sie nach Grundgesamtheit und Startwert',
  named: '{{population}}, Startwert {{seed}}',
  population: 'Gezogen aus',
  kinds: { population: 'Datensätze', check: 'Fälle einer Prüfung' },
  seed: 'Startwert',
  seedHint: 'Ihre eigene Zahl; sie entscheidet, was gezogen wird',
  size: 'Wie viele',
  sizeHint: 'Leer gelassen: 59, um 5 % Fehler mit 95 % Sicherheit zu bemerken',
  strata: 'Verteilt über',
  strataHint: 'Jede Gruppe erhält ihren Anteil an der Stichprobe',
  stratum: '{{name}}: {{part, number}} von {{whole, number}}',
  mustSeeSays: 'Neben der Stichprobe aufgeführt und vollständig anzusehen: {{cases}}.',
  drawDo: 'Ziehen',
  records: 'Datensätze',
  judgement: 'nach Ermessen',
  by: 'Gezogen von',
  at: 'Gezogen am',
  hash: 'Hash der Stichprobe',
  populationHash: 'Hash der Grundgesamtheit',
  sayDrawn:
    '{{size, number}} von {{whole, number}} wurden aus „{{population}}“ mit dem Startwert {{seed}} gezogen.',
  sayJudged: '{{size, number}} von {{whole, number}} wurden aus „{{population}}“ nach Ermessen gewählt.',
  repeat: 'Lässt sie sich wiederholen?',
  repeatSame_one: 'Soeben erneut gezogen: derselbe Datensatz.',
  repeatSame_other: 'Soeben erneut gezogen: dieselben {{count, number}} Datensätze in derselben Reihenfolge.',
  repeatOther:
    'Soeben erneut gezogen, kamen andere Datensätze heraus. Sagen Sie es denen, die diesen Server betreiben.',
  repeatChanged:
    'Die Datensätze haben sich seither geändert, daher fällt eine neue Ziehung anders aus. Diese bleibt, wie sie war.',
  sameAs: 'Enthält dieselben Datensätze wie',
  how: 'Wie sie entstand',
  because: 'Warum',
  mustSee: 'Unbedingt anzusehen',
  mustSeeHint: 'Diese Fälle werden vollständig angesehen, neben der Stichprobe.',
  drawn: 'Gezogene Datensätze',
  place: 'Nr.',
  record: 'Datensatz',
  group: 'Gruppe',
}
