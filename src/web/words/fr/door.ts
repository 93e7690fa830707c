import type { door as english } from '../en/door.ts'
import type { Said } from '../said.ts'

/** Getting in: the first start, signing in, an invitation. */
export const door: Said<typeof english> = {
  signIn: 'Se connecter',
  signInSays: 'Connectez-vous pour consulter l’état de préparation de votre organisation.',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  passwordHint: 'Au moins 12 caractères. Une phrase se retient facilement et se devine difficilement.',
  withPasskey: 'Se connecter avec une clé d’accès',
  wrong: 'L’adresse électronique ou le mot de passe est incorrect.',
  tooMany: 'Trop de tentatives. Attendez une minute, puis réessayez.',
  totp: 'Deuxième étape',
  totpSays: 'Saisissez les six chiffres affichés pour Clausewise par votre application d’authentification.',
  totpCode: 'Code',
  totpWrong:
    'Ce code n’est pas valable, ou ne l’est plus. Saisissez celui que l’application affiche maintenant.',
  backupCode: 'Utiliser plutôt un code de récupération',
  appCode: 'Utiliser plutôt le code de l’application',
  backup: 'Code de récupération',
  continue: 'Continuer',
  withProvider: 'Se connecter avec {{provider}}',
  start: 'Mettre en service Clausewise',
  startSays:
    'Vous êtes la première personne ici : créez votre compte, puis choisissez ce que vous voulez voir.',
  startDone: 'Clausewise est déjà en service.',
  demoName: 'Organisation de démonstration (simulée)',
  startCode: 'Code de démarrage',
  startCodeHint: 'Il figure dans l’adresse que le serveur a affichée à son démarrage.',
  name: 'Votre nom',
  makeAccount: 'Créer le compte',
  chooseSays: 'Que voulez-vous voir en premier ?',
  demo: 'L’organisation de démonstration',
  demoSays:
    'Un détaillant simulé avec deux ans de tickets, des services, des personnes, des risques et une évaluation à mi-parcours. Des défauts y sont cachés.',
  demoDo: 'Charger la démonstration',
  demoLoading: 'La démonstration se charge. Cela prend une à deux minutes.',
  empty: 'Ma propre organisation',
  emptySays: 'Vide. L’étape suivante consiste à déposer un export de votre outil de tickets.',
  emptyDo: 'Commencer à vide',
  organizationName: 'Nom de l’organisation',
  invitation: 'Invitation',
  invitationSays: '{{by}} vous invite à rejoindre {{organization}}. Votre rôle : {{role}}.',
  invitationGone: 'Cette invitation a été utilisée, retirée ou a expiré. Demandez-en une nouvelle.',
  accept: 'Accepter l’invitation',
  none: 'Vous n’appartenez encore à aucune organisation.',
  noneSays: 'Demandez une invitation ou créez votre propre organisation.',
}
