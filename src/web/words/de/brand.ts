import type { brand as english } from '../en/brand.ts'
import type { Said } from '../said.ts'

/** The look of the documents. */
export const brand: Said<typeof english> = {
  title: 'Aussehen der Dokumente',
  says: 'Für jedes PDF- und Word-Dokument, das ab jetzt erstellt wird.',
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
}
