import type { Draft } from '#server/told-story.ts'
import { cast } from './people.ts'

/** Tenders of the wholesale side; one was lost because no provider of the house had the certificate. */
export function tenderRecords(): readonly Draft[] {
  const owner = cast.sponsor.name
  return [
    {
      register: 'tenders',
      state: 'lost',
      data: {
        title: 'Order and stock platform for a department store group',
        customer: 'Grands Magasins Réunis',
        certificate: 'condition',
        value: 150_000,
        due_on: '2025-11-14',
        decided_on: '2026-01-20',
        because: 'The group asks every provider for a certificate of its service management.',
        owner,
      },
    },
    {
      register: 'tenders',
      state: 'won',
      data: {
        title: 'Replenishment of airport shops',
        customer: 'Aéroports du Littoral',
        certificate: 'advantage',
        value: 120_000,
        due_on: '2026-02-27',
        decided_on: '2026-05-11',
        owner,
      },
    },
    {
      register: 'tenders',
      state: 'open',
      data: {
        title: 'Shop-in-shop systems of a hotel chain',
        customer: 'Hôtels de la Couronne',
        certificate: 'condition',
        value: 180_000,
        due_on: '2027-03-31',
        owner,
      },
    },
  ]
}
