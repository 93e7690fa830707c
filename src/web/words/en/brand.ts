/** The look of the documents. */
export const brand = {
  title: 'Look of documents',
  says: 'For every PDF and Word document that is made from now on.',
  primary: 'First colour: lines, headings',
  secondary: 'Second colour: subtitles, heads of tables',
  coverLine: 'Line on the cover',
  footer: 'Words at the foot of each page',
  logo: 'Logo',
  logoSays: 'PNG, JPEG or plain SVG, at most 300 kB.',
  noLogo: 'Take the logo away',
  save: 'Save the look',
  preview: 'Preview of a cover',
  sample: 'Gap Analysis Report',
  logoOf: 'Logo of {{name}}',
  pick: 'Pick: {{label}}',
  good: 'Can be read: contrast {{ratio}} to 1',
  poor: 'Cannot be read well: contrast {{ratio}} to 1, and 4.5 to 1 is needed',
} as const
