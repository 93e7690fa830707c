import type { brand as english } from '../en/brand.ts'
import type { Said } from '../said.ts'

/** The look of the documents. */
export const brand: Said<typeof english> = {
  title: 'Aussehen der Dokumente',
  says: 'Für jedes Dokument, das ab jetzt erstellt wird: PDF, Word, PowerPoint und Excel.',
  primary: 'Erste Farbe: Linien, Überschriften',
  secondary: 'Zweite Farbe: Untertitel, Tabellenköpfe',
  coverLine: 'Zeile auf dem Deckblatt',
  footer: 'Text am Fuß jeder Seite',
  logo: 'Logo',
  logoSays: 'PNG, JPEG oder einfaches SVG, höchstens 300 kB.',
  noLogo: 'Logo entfernen',
  save: 'Aussehen speichern',
  preview: 'Vorschau eines Deckblatts',
  sample: 'Gap-Analyse',
  logoOf: 'Logo von {{name}}',
  pick: 'Auswählen: {{label}}',
  good: 'Lesbar: Kontrast {{ratio}} zu 1',
  poor: 'Schlecht lesbar: Kontrast {{ratio}} zu 1, nötig sind 4,5 zu 1',
  cover: 'Deckblatt',
  font: 'Schrift der PDF',
  fontSays: 'Sie ist im Dokument enthalten und sieht überall gleich aus.',
  officeFont: 'Schrift in Word, PowerPoint und Excel',
  officeFontSays:
    'Mit ihrem Namen; leer: Inter, in Excel Calibri. Wo sie nicht installiert ist, nimmt das Programm eine andere.',
  templates: 'Eigene Vorlagen',
  templatesSays:
    'Dokumente dieser Art werden ab jetzt in sie gesetzt: Master, Formate, Kopf- und Fußzeilen sind Ihre.',
  templateTakes:
    'DOCX, PPTX oder XLSX ohne Makros und ohne Verknüpfungen zu anderen Dateien, höchstens 25 MB. Die Datei wird geprüft, bevor sie behalten wird.',
  noTemplate: 'Noch keine: Dokumente haben das allgemeine Aussehen.',
  complete: 'Alles, was gesucht wird, ist darin.',
  putAside: 'Beiseitegelegt: Dokumente haben das allgemeine Aussehen.',
  putAsideDo: 'Beiseitelegen',
  coverAs: { plain: 'Linien auf Papier', band: 'Ein Band in der ersten Farbe', logo: 'Das Logo, groß' },
  kind: { docx: 'Word', pptx: 'PowerPoint', xlsx: 'Excel' },
  lacks_one: 'Eines fehlt darin; stattdessen steht:',
  lacks_other: '{{count}} Dinge fehlen darin; stattdessen steht:',
}
