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
}
