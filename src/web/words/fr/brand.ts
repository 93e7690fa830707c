import type { brand as english } from '../en/brand.ts'
import type { Said } from '../said.ts'

/** The look of the documents. */
export const brand: Said<typeof english> = {
  title: 'Aspect des documents',
  says: 'Pour chaque document créé à partir de maintenant : PDF, Word, PowerPoint et Excel.',
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
  cover: 'Couverture',
  font: 'Police des PDF',
  fontSays: 'Elle voyage dans le document et reste la même partout.',
  officeFont: 'Police de Word, PowerPoint et Excel',
  officeFontSays:
    'Par son nom ; vide : Inter, et Calibri dans Excel. Là où elle n’est pas installée, le programme en prend une autre.',
  templates: 'Vos propres modèles',
  templatesSays:
    'Les documents de leur type y sont placés à partir de maintenant : masques, styles, en-têtes et pieds de page sont les vôtres.',
  templateTakes:
    'DOCX, PPTX ou XLSX sans macros et sans liens vers d’autres fichiers, 25 Mo au plus. Le fichier est examiné avant d’être conservé.',
  noTemplate: 'Aucun pour l’instant : les documents ont l’aspect commun.',
  complete: 'Tout ce qui est cherché s’y trouve.',
  putAside: 'Mis de côté : les documents ont l’aspect commun.',
  putAsideDo: 'Mettre de côté',
  coverAs: {
    plain: 'Lignes sur papier',
    band: 'Une bande de la première couleur',
    logo: 'Le logo, en grand',
  },
  kind: { docx: 'Word', pptx: 'PowerPoint', xlsx: 'Excel' },
  lacks_one: 'Un élément y manque ; à sa place :',
  lacks_other: '{{count}} éléments y manquent ; à leur place :',
}
