import type { settings as english } from '../en/settings.ts'
import type { Said } from '../said.ts'

/** Settings of the organization and of one's own account. */
export const settings: Said<typeof english> = {
  says: 'Was die Organisation für sich festlegt, und Ihr eigenes Konto.',
  stage1On: 'Termin von Stufe 1',
  certificateOn: 'Gewünschter Termin des Zertifikats',
  locale: 'Sprache der Dokumente',
  timezone: 'Zeitzone',
  currency: 'Währung',
  account: 'Ihr Konto',
  password: 'Passwort',
  oldPassword: 'Ihr jetziges Passwort',
  newPassword: 'Neues Passwort',
  changePassword: 'Passwort ändern',
  passwordChanged: 'Das Passwort wurde geändert; andere Sitzungen sind beendet.',
  totp: 'Zweiter Schritt mit Authentifizierungs-App',
  totpOn: 'Eingeschaltet: Die Anmeldung verlangt einen Code.',
  totpOff: 'Ausgeschaltet. Damit würde ein gestohlenes Passwort nicht mehr genügen.',
  totpBegin: 'Einrichten',
  totpEnd: 'Ausschalten',
  totpEnded: 'Der zweite Schritt ist ausgeschaltet.',
  totpScan: 'Scannen Sie dies mit Ihrer Authentifizierungs-App.',
  totpPicture: 'Bild für die Authentifizierungs-App; derselbe Schlüssel steht darunter als Text',
  totpSecret: 'Oder geben Sie diesen Schlüssel ein:',
  backupCodes:
    'Bewahren Sie diese Wiederherstellungscodes auf. Jeder gilt einmal, falls die App verloren geht.',
  totpFinish: 'Bestätigen und einschalten',
  totpBegun: 'Der zweite Schritt ist eingeschaltet.',
  passkey: 'Passkey',
  passkeySays:
    'Melden Sie sich mit Fingerabdruck, Gesicht oder Sicherheitsschlüssel statt mit dem Passwort an.',
  passkeyName: 'Name des Passkeys',
  addPasskey: 'Passkey hinzufügen',
  passkeyAdded: 'Der Passkey wurde hinzugefügt.',
  backupList: 'Wiederherstellungscodes',
  notSet: 'Nicht gesetzt',
  sessions: 'Wo Sie angemeldet sind',
  sessionsSay:
    'Eine Sitzung endet nach {{idleHours, number}} Stunden ohne Benutzung, in jedem Fall nach {{longestHours, number}} Stunden.',
  thisSession: '{{name}} (diese hier)',
  sessionSays: 'Mit {{way}} am {{opened}}, zuletzt benutzt {{used}}',
  endSession: 'Beenden',
  endSessionOf: 'Die Sitzung {{name}} beenden',
  endSessionAsk: 'Die Sitzung {{name}} beenden?',
  endSessionSays:
    'Wer sie benutzt, muss sich neu anmelden. Kennen Sie die Sitzung nicht, ändern Sie auch Ihr Passwort.',
  endedSession: 'Die Sitzung ist beendet.',
  endOthers: 'Alle anderen beenden',
  endOthersAsk: 'Alle anderen Sitzungen beenden?',
  endOthersSays: 'Sie bleiben hier angemeldet und sonst nirgends.',
  endedOthers: 'Alle anderen Sitzungen sind beendet.',
  ways: {
    password: 'Passwort',
    'password and code': 'Passwort und Code',
    'password and recovery code': 'Passwort und Wiederherstellungscode',
    passkey: 'Passkey',
    'passkey with PIN or fingerprint': 'Passkey mit PIN oder Fingerabdruck',
    'single sign-on': 'Single Sign-on',
    'single sign-on of the asked strength': 'Single Sign-on in der verlangten Stärke',
  },
  freshSays:
    'Ihre Anmeldung liegt mehr als 15 Minuten zurück. Um den zweiten Schritt oder Passkeys zu ändern oder Sitzungen zu beenden, melden Sie sich neu an.',
  signInAgain: 'Neu anmelden',
  secondFactor: 'Zwei Faktoren für den Zugang',
  secondFactorSays:
    'Das legt ein Eigentümer fest. Ist es verlangt, kommt niemand mehr mit dem Passwort allein herein.',
  secondFactors: { offered: 'angeboten', demanded: 'von allen verlangt' },
  needsTwo: 'Diese Organisation verlangt zwei Faktoren',
  needsTwoThere:
    'Der zweite Schritt ist eingerichtet. Melden Sie sich neu mit Passwort und Code an, dann haben Sie Zugang.',
  needsTwoSays:
    'Sie haben sich mit einem angemeldet. Richten Sie hier den zweiten Schritt ein, dann haben Sie Zugang. Oder fügen Sie einen Passkey mit PIN oder Fingerabdruck hinzu und melden Sie sich damit an.',
}
