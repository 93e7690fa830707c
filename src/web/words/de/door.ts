import type { door as english } from '../en/door.ts'
import type { Said } from '../said.ts'

/** Getting in: the first start, signing in, an invitation. */
export const door: Said<typeof english> = {
  signIn: 'Anmelden',
  signInSays: 'Melden Sie sich an, um die Zertifizierungsreife Ihrer Organisation zu sehen.',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  passwordHint: 'Mindestens 12 Zeichen. Ein Satz ist leicht zu merken und schwer zu erraten.',
  forgot: 'Passwort vergessen?',
  forgotSent:
    'Falls es hier ein Konto mit dieser Adresse gibt, wurde ein Link für ein neues Passwort versandt.',
  newPassword: 'Neues Passwort',
  setPassword: 'Passwort festlegen',
  passwordSet: 'Das Passwort wurde geändert. Melden Sie sich damit an.',
  withPasskey: 'Mit Passkey anmelden',
  wrong: 'E-Mail-Adresse oder Passwort ist falsch.',
  tooMany: 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es dann erneut.',
  totp: 'Zweiter Schritt',
  totpSays: 'Geben Sie die sechs Ziffern ein, die Ihre Authentifizierungs-App für Clausewise anzeigt.',
  totpCode: 'Code',
  totpWrong: 'Dieser Code gilt nicht oder nicht mehr. Geben Sie den Code ein, den die App jetzt anzeigt.',
  backupCode: 'Stattdessen einen Wiederherstellungscode verwenden',
  appCode: 'Stattdessen den Code der App verwenden',
  backup: 'Wiederherstellungscode',
  continue: 'Weiter',
  withProvider: 'Mit {{provider}} anmelden',
  start: 'Clausewise einrichten',
  startSays:
    'Sie sind die erste Person hier: Legen Sie Ihr Konto an und wählen Sie dann, was Sie sehen möchten.',
  startDone: 'Clausewise ist bereits eingerichtet.',
  demoName: 'Demo-Organisation (simuliert)',
  startCode: 'Startcode',
  startCodeHint: 'Er steht in der Adresse, die der Server beim Start ausgegeben hat.',
  name: 'Ihr Name',
  makeAccount: 'Konto anlegen',
  chooseSays: 'Was möchten Sie zuerst ansehen?',
  demo: 'Die Demo-Organisation',
  demoSays:
    'Ein simuliertes Handelsunternehmen mit Tickets aus zwei Jahren, Services, Personen, Risiken und einer halb abgeschlossenen Bewertung. Es enthält eingebaute Fehler zum Finden.',
  demoDo: 'Demo laden',
  demoLoading: 'Die Demo wird geladen. Das dauert ein bis zwei Minuten.',
  empty: 'Meine eigene Organisation',
  emptySays: 'Leer. Im nächsten Schritt laden Sie einen Export Ihres Ticketsystems hoch.',
  emptyDo: 'Leer beginnen',
  organizationName: 'Name der Organisation',
  invitation: 'Einladung',
  invitationSays: 'Sie sind zu {{organization}} eingeladen. Ihre Rolle: {{role}}.',
  invitationSignIn: 'Melden Sie sich als {{email}} an, um anzunehmen.',
  invitationGone:
    'Diese Einladung wurde bereits verwendet, zurückgezogen oder ist abgelaufen. Bitten Sie um eine neue.',
  accept: 'Einladung annehmen',
  none: 'Sie gehören noch keiner Organisation an.',
  noneSays: 'Bitten Sie um eine Einladung, oder legen Sie eine eigene Organisation an.',
  forgotFirst: 'Schreiben Sie zuerst Ihre E-Mail-Adresse.',
  forgotPrinted:
    'Es ist kein Mailserver eingerichtet. Hat diese Adresse hier ein Konto, steht der Link zu einem neuen Passwort in der Konsole des Servers: Fragen Sie, wer ihn betreibt.',
}
