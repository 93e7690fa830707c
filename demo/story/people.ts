import type { Role } from '#access/permissions.ts'

/** Somebody of the simulated organization; nobody can sign in as them until an owner sets a password. */
export type Character = { readonly name: string; readonly email: string; readonly role: Role }

const at = (local: string) => `${local}@maison-clausewise.example`

/** The people of the story, by what they do in it. */
export const cast = {
  manager: { name: 'Claire Aubry', email: at('claire.aubry'), role: 'programme manager' },
  sponsor: { name: 'Henri Vasseur', email: at('henri.vasseur'), role: 'sponsor' },
  change: { name: 'Jonas Lindqvist', email: at('jonas.lindqvist'), role: 'process owner' },
  incident: { name: 'Marta Kowalska', email: at('marta.kowalska'), role: 'process owner' },
  problem: { name: 'Elena Conti', email: at('elena.conti'), role: 'process owner' },
  levels: { name: 'Nikos Pappas', email: at('nikos.pappas'), role: 'process owner' },
  suppliers: { name: 'Sofia Brandt', email: at('sofia.brandt'), role: 'process owner' },
  security: { name: 'Yusuf Demir', email: at('yusuf.demir'), role: 'process owner' },
  desk: { name: 'Amélie Roche', email: at('amelie.roche'), role: 'service desk lead' },
  auditor: { name: 'Piotr Zieliński', email: at('piotr.zielinski'), role: 'internal auditor' },
  finance: { name: 'Isabel Ferrer', email: at('isabel.ferrer'), role: 'finance partner' },
  hr: { name: 'Greta Olsen', email: at('greta.olsen'), role: 'contributor' },
  documents: { name: 'Luca Moretti', email: at('luca.moretti'), role: 'contributor' },
  line: { name: 'Hannah Weiss', email: at('hannah.weiss'), role: 'line manager' },
} as const satisfies Record<string, Character>
