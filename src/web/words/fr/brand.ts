import type { brand as english } from '../en/brand.ts'
import type { Said } from '../said.ts'

/** The look of the documents. */
export const brand: Said<typeof english> = {
  title: 'Aspect des documents',
  says: 'Pour chaque document PDF et Word créé à partir de maintenant.',
  primary: 'Première couleur : lignes, titres',
  secondary: 'Deuxième couleur : sous-titres, en-têtes de tableaux',
  coverLine: 'Ligne sur la couverture',
  footer: 'Texte au pied de chaque page',
  logo: 'Logo',
  logoSays: 'PNG, JPEG ou SVG simple, 300 ko au plus.',
  noLogo: 'Retirer le logo',
  save: 'Enregistrer l’aspect',
  preview: 'Aperçu d’une couverture',
  sample: 'Rapport d’analyse des écarts',
  logoOf: 'Logo de {{name}}',
  pick: 'Choisir : {{label}}',
  good: 'Lisible : contraste de {{ratio}} pour 1',
  poor: 'Peu lisible : contraste de {{ratio}} pour 1, il faut 4,5 pour 1',
}
