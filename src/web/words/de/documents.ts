import type { documents as english } from '../en/documents.ts'
import type { Said } from '../said.ts'

/** The page of documents. */
export const documents: Said<typeof english> = {
  none: 'Noch kein Dokument',
  noneSays:
    'Der Bericht der Lückenanalyse entsteht aus den neuesten Nachweisen und den Bewertungen, wie sie sind. Das dauert bis zu einer Minute; Sie können die Seite derweil verlassen.',
  made: 'Erstellte Dokumente',
  pack: 'Nachweispaket',
  packSays:
    'Alle Fakten, Antworten, Fragen und Ergebnisse mit dem Protokoll in einer Zip-Datei: Jeder kann es ohne dieses Programm prüfen.',
  packDo: 'Nachweispaket herunterladen',
  says: 'Neuestes: {{title}}, erstellt am {{at}} von {{by}}.',
  saysNone:
    'Erstellen Sie den Bericht der Lückenanalyse: jede Anforderung mit Bewertung, Lücken und Nachweisen, fertig zum Drucken.',
  make: 'Bericht der Lückenanalyse erstellen',
  makeGuides: 'Prozessleitfäden erstellen (Word)',
  makePlaybook: 'Verbesserungshandbuch erstellen (PDF)',
  toMake: 'Was erstellt werden kann',
  whyGaps: 'Jede Anforderung mit Bewertung, Lücken und Nachweisen, für alle, die das Audit vorbereiten. PDF.',
  whyGuides:
    'Rollen, Tätigkeiten, Ablauf, Regeln und Kennzahlen jedes Prozesses mit Ihren Zahlen, für alle, die die Arbeit tun. Word.',
  whyPlaybook:
    'Wie es weitergeht: Kreislauf, Rollen, Kriterien, Kalender und das Register, wie es ist, für alle, die es am Leben halten. PDF.',
  makeStrategy: 'Strategierahmen erstellen (PowerPoint)',
  whyStrategy:
    'Ziele, Ausrichtung, Grundsätze, Rollen, Fahrplan, Kennzahlen, Geld und die Entscheidung als änderbare Folien, für Sponsor und Leitung. PowerPoint.',
  makeOscal: 'OSCAL-Dateien erstellen (JSON)',
  makeOpen: 'Alles mitnehmen (CSV und JSON)',
  whyOpen:
    'Jedes Register, jede Aussage, Bewertung, Planung und Entscheidung mit dem Prüfpfad, als einfache CSV- und JSON-Dateien in einer Zip-Datei mit Prüfsummen, für alle, die das Programm führen.',
  whyOscal:
    'Katalog, Ergebnisse und Maßnahmenplan für andere Programme, nach dem offenen Standard des NIST. JSON in einer Zip-Datei.',
  makeRoadmap: 'Fahrplan erstellen (Excel)',
  whyRoadmap:
    'Aufgaben, Termine, Arbeit je Rolle und Woche, Verantwortung und Kosten mit lebenden Formeln, für die Programmleitung; kommt über die Seite des Fahrplans zurück. Excel.',
  makeSummary: 'Kurzfassung für die Leitung erstellen (PDF)',
  whySummary: 'Entscheidung, Zahlen, Termine und Risiken auf einer Seite, in drei Minuten gelesen. PDF.',
  makeCase: 'Business Case erstellen (Excel)',
  whyCase:
    'Annahmen, Zahlungsströme, Wert, Amortisation und Szenarien mit lebenden Formeln, für die Finanzabteilung. Excel.',
  makeAwareness: 'Awareness-Folien erstellen (PowerPoint)',
  whyAwareness:
    'Was alle wissen müssen, mit Ihren eigenen Zahlen, Sprechnotizen und einem Quiz, für alle, die schulen. PowerPoint.',
  makeForms: 'Formulare erstellen (Word)',
  whyForms:
    'Änderungsantrag, Releaseplan, Bericht zu einer schweren Störung und Nachprüfung einer Änderung mit Feldern zum Ausfüllen. Word, in einer Zip-Datei.',
  forWhom: 'Für',
  forAll: 'alle',
  whichGuide: 'Welcher',
  allGuides: 'alle Leitfäden in einem Band',
  fullGuide: '{{title}} (in voller Länge)',
  isMaking: 'Ein Dokument wird bereits erstellt.',
  from: 'Erstellt aus',
  fromNow: 'Alles, wie es jetzt ist',
  snapshot: 'Stand {{number}} vom {{on}}',
  snapshotNamed: 'Stand {{number}} vom {{on}}: {{name}}',
  between: 'Zwischen Stand {{since}} und {{number}}',
  byItself: 'sich selbst',
  sinceThen: 'Seither',
  makeSet: 'Alle zusammen schreiben',
  whySet:
    'Jedes Dokument unten aus einem Stand, damit ihre Zahlen übereinstimmen. Was sich seither nicht geändert hat, kommt Byte für Byte, wie es geschrieben wurde.',
  nothingSince: 'nichts geändert',
  changesSince_one: '{{count, number}} Änderung',
  changesSince_other: '{{count, number}} Änderungen',
  hasNewer: 'neuerer Stand',
  leftOut: 'Nicht dabei:',
  language: 'Sprache',
  languageSays:
    'Titel, Skalen und feste Sätze stehen in dieser Sprache. Lange Texte ohne geprüfte Übersetzung bleiben Englisch, und das Dokument sagt es.',
  title: 'Dokument',
  at: 'Erstellt am',
  by: 'Von',
  size: 'Größe',
  hash: 'SHA-256',
}
