import type { executive as english } from '../en/executive.ts'
import type { Said } from '../said.ts'

/** What executives ask, with the figures of today. */
export const executive: Said<typeof english> = {
  title: 'Fragen',
  says: 'Was Führungskräfte vor der Entscheidung fragen, beantwortet mit den Zahlen von heute.',
  asks: {
    scalability: 'Wächst es mit uns?',
    integration: 'Passt es zu unseren Systemen?',
    workforce: 'Sind unsere Leute bereit?',
  },
  because: {
    scalability:
      'Mengen und Wachstum sind in Tickets gezählt; der Geltungsbereich lässt sich schrittweise erweitern.',
    integration:
      'Nichts muss ersetzt werden: Werkzeuge sind beurteilt, und für das, was fehlt, gibt es Optionen mit Kosten.',
    workforce:
      'Rollen, Kompetenz, Schulung und Führung, wie Register und Umfragen sie festhalten; kleine Gruppen werden nicht gezeigt.',
  },
  figures: {
    volume: 'Tickets im Jahr',
    growth: 'Wachstum im letzten Jahr',
    'people-later': 'Personen, die es bei diesem Wachstum in {{years}} Jahren braucht',
    services: 'Live-Services im Geltungsbereich',
    extensions: 'Live-Services, um die erweitert werden könnte',
    tools: 'Werkzeuge des Servicemanagements im Einsatz',
    'tools-judged': 'Auf Verträglichkeit beurteilte Werkzeuge',
    'shown-by-data': 'Was Daten von den verlangten Fähigkeiten zeigen',
    'contracts-ending': 'Verträge, die bald enden',
    'options-open': 'Optionen noch im Vergleich',
    'roles-filled': 'Besetzte Rollen',
    'competence-gaps': 'Kompetenzlücken',
    training: 'Abgeschlossene Schulungen',
    leadership: 'Engagierte Führungskräfte',
    resistance: 'Offener Widerstand',
  },
  of: '{{value}} von {{of}}',
  over: '{{value}}, von {{of}}',
  today: '{{value}}, heute {{of}}',
  unknown: 'noch nicht bekannt',
  missing_one: '{{count, number}} Zahl ist noch nicht bekannt: Ihre Seite sagt, was es dafür braucht.',
  missing_other: '{{count, number}} Zahlen sind noch nicht bekannt: Ihre Seiten sagen, was es dafür braucht.',
  options: 'Wege zur Konformität',
  optionsSay:
    'Der Aufwand ist der eigener Leute für diese Größe, nach dem Katalog und unserer Einschätzung; übernehmen Sie einen Weg, um seine Bedingungen zu beurteilen und zu wählen.',
  heads: {
    option: 'Weg',
    conditions: 'Bedingungen',
    effort: 'Eigener Aufwand',
    months: 'Monate',
    risk: 'Risiko',
  },
  days: '{{low}} bis {{high}} Tage',
}
