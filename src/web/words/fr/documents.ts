import type { documents as english } from '../en/documents.ts'
import type { Said } from '../said.ts'

/** The page of documents. */
export const documents: Said<typeof english> = {
  none: 'Pas encore de document',
  noneSays:
    'Le rapport d’analyse des écarts est établi à partir des preuves les plus récentes et des évaluations actuelles. Cela prend jusqu’à une minute ; vous pouvez quitter cette page entre-temps.',
  made: 'Documents établis',
  pack: 'Dossier de preuves',
  packSays:
    'Tous les faits, réponses, questions et résultats avec le journal d’audit dans un fichier zip : chacun peut le vérifier sans ce programme.',
  packDo: 'Télécharger le dossier de preuves',
  says: 'Le plus récent : {{title}}, établi le {{at}} par {{by}}.',
  saysNone:
    'Établissez le rapport d’analyse des écarts : chaque exigence avec son évaluation, ses écarts et ses preuves, prêt à imprimer.',
  make: 'Établir le rapport d’analyse des écarts',
  makeGuides: 'Créer les guides des processus (Word)',
  makePlaybook: 'Créer le guide d’amélioration (PDF)',
  toMake: 'Ce qui peut être établi',
  whyGaps: 'Chaque exigence avec son évaluation, ses écarts et ses preuves, pour qui prépare l’audit. PDF.',
  whyGuides:
    'Rôles, activités, déroulement, règles et indicateurs de chaque processus avec vos chiffres, pour ceux qui font le travail. Word.',
  whyPlaybook:
    'Comment l’amélioration continue : cycle, rôles, critères, calendrier et registre actuel, pour ceux qui la font vivre. PDF.',
  makeStrategy: 'Établir le cadre stratégique (PowerPoint)',
  whyStrategy:
    'Objectifs, alignement, principes, rôles, feuille de route, indicateurs, argent et décision en diapositives modifiables, pour le sponsor et la direction. PowerPoint.',
  makeOscal: 'Créer les fichiers OSCAL (JSON)',
  makeOpen: 'Tout emporter (CSV et JSON)',
  whyOpen:
    'Chaque registre, déclaration, évaluation, plan et décision avec la piste d’audit, en CSV et JSON simples dans un fichier zip avec empreintes, pour qui conduit le programme.',
  whyOscal:
    'Le catalogue, les résultats et le plan d’action pour d’autres programmes, selon le standard ouvert du NIST. JSON dans un fichier zip.',
  makeRoadmap: 'Établir la feuille de route (Excel)',
  whyRoadmap:
    'Tâches, dates, travail par rôle et par semaine, responsabilités et coûts avec des formules actives, pour qui mène le programme ; revient par la page de la feuille de route. Excel.',
  makeSummary: 'Établir la synthèse pour la direction (PDF)',
  whySummary: 'Décision, chiffres, dates et risques sur une page, à lire en trois minutes. PDF.',
  makeCase: 'Établir l’étude de rentabilité (Excel)',
  whyCase:
    'Hypothèses, flux, valeur, amortissement et scénarios avec des formules actives, pour le partenaire financier. Excel.',
  makeAwareness: 'Établir les diapositives de sensibilisation (PowerPoint)',
  whyAwareness:
    'Ce que tous doivent savoir, avec vos propres chiffres, des notes d’orateur et un quiz, pour qui enseigne. PowerPoint.',
  makeForms: 'Établir les formulaires (Word)',
  whyForms:
    'Demande de changement, plan de mise en production, rapport après une interruption grave et revue après mise en œuvre, avec des champs à remplir. Word, dans un fichier zip.',
  forWhom: 'Pour',
  forAll: 'tous',
  whichGuide: 'Lequel',
  allGuides: 'tous les guides en un volume',
  fullGuide: '{{title}} (version complète)',
  isMaking: 'Un document est déjà en cours d’établissement.',
  from: 'Établi à partir de',
  fromNow: 'Tout, tel que c’est maintenant',
  snapshot: 'Instantané {{number}} du {{on}}',
  snapshotNamed: 'Instantané {{number}} du {{on}} : {{name}}',
  between: 'Entre les instantanés {{since}} et {{number}}',
  byItself: 'lui-même',
  sinceThen: 'Depuis',
  makeSet: 'Établir tous les documents',
  whySet:
    'Chaque document ci-dessous à partir d’un seul instantané, pour que leurs chiffres concordent. Ce qui n’a pas changé est remis tel qu’il a été écrit, octet par octet.',
  nothingSince: 'rien n’a changé',
  changesSince_one: '{{count, number}} changement',
  changesSince_other: '{{count, number}} changements',
  hasNewer: 'instantané plus récent',
  leftOut: 'Non inclus :',
  language: 'Langue',
  languageSays:
    'Les titres, les échelles et les phrases fixes sont dans cette langue. Les textes longs sans traduction vérifiée restent en anglais, et le document le dit.',
  title: 'Document',
  at: 'Établi le',
  by: 'Par',
  size: 'Taille',
  hash: 'SHA-256',
}
