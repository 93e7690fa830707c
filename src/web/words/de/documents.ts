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
  isMaking: 'Ein Dokument wird bereits erstellt.',
  title: 'Dokument',
  at: 'Erstellt am',
  by: 'Von',
  size: 'Größe',
  hash: 'SHA-256',
}
