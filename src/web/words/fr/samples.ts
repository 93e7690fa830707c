import type { samples as english } from '../en/samples.ts'
import type { Said } from '../said.ts'

/** The pages of samples. */
export const samples: Said<typeof english> = {
  title: 'Échantillons',
  says: 'Un échantillon est tiré avec votre propre graine avant que quiconque regarde : avec la même graine et les mêmes enregistrements, chacun tire les mêmes.',
  nothing: 'Il n’y a encore rien à tirer',
  nothingSays: 'Les échantillons sont tirés des tickets. Importez d’abord un export de l’outil de tickets.',
  draw: 'Tirer un échantillon',
  period: 'Parmi les tickets du {{from}} au {{to}}.',
  drawnSoFar: 'Échantillons tirés jusqu’ici',
  name: 'Nom',
  nameHint: 'Laissé vide, il prend le nom de la population et de la graine',
  named: '{{population}}, graine {{seed}}',
  population: 'Tiré de',
  kinds: { population: 'Enregistrements', check: 'Cas d’une vérification' },
  seed: 'Graine',
  seedHint: 'Votre propre nombre ; il décide de ce qui est tiré',
  size: 'Combien',
  sizeHint: 'Laissé vide : 59, pour remarquer 5 % d’erreurs avec 95 % de confiance',
  strata: 'Réparti sur',
  strataHint: 'Chaque groupe reçoit sa part de l’échantillon',
  stratum: '{{name}} : {{part, number}} sur {{whole, number}}',
  mustSeeSays: 'Listés à côté de l’échantillon, à examiner en entier : {{cases}}.',
  drawDo: 'Tirer',
  records: 'Enregistrements',
  judgement: 'par jugement',
  by: 'Tiré par',
  at: 'Tiré le',
  hash: 'Empreinte de l’échantillon',
  populationHash: 'Empreinte de la population',
  sayDrawn:
    '{{size, number}} sur {{whole, number}} ont été tirés de « {{population}} » avec la graine {{seed}}.',
  sayJudged: '{{size, number}} sur {{whole, number}} ont été choisis dans « {{population}} » par jugement.',
  repeat: 'Peut-il être répété ?',
  repeatSame_one: 'Tiré à nouveau à l’instant : le même enregistrement.',
  repeatSame_other:
    'Tiré à nouveau à l’instant : les mêmes {{count, number}} enregistrements dans le même ordre.',
  repeatOther:
    'Tiré à nouveau à l’instant, d’autres enregistrements sont sortis. Dites-le à qui exploite ce serveur.',
  repeatChanged:
    'Les enregistrements ont changé depuis, un nouveau tirage est donc différent. Celui-ci reste tel quel.',
  sameAs: 'Contient les mêmes enregistrements que',
  how: 'Comment il a été fait',
  because: 'Pourquoi',
  mustSee: 'À voir absolument',
  mustSeeHint: 'Ces cas sont examinés en entier, à côté de l’échantillon.',
  drawn: 'Enregistrements tirés',
  place: 'N°',
  record: 'Enregistrement',
  group: 'Groupe',
}
