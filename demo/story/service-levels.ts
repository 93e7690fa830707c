import type { Story } from '#server/told-story.ts'
import { cast } from './people.ts'

const tills = ['Caisse boutique', 'Kassensystem Filialen', 'Punto vendita', 'Terminal de pago']
const workplace = ['Messagerie', 'Poste de travail', 'Impression']

/** What the house reports to whom, what went out when, and a review. One report went out late, and one never did. */
export const toldServiceLevels: Story['serviceLevels'] = {
  reports: [
    {
      title: 'Workplace services, monthly',
      audience: 'the heads of Finance and Human Resources',
      purpose: 'Whether the services of the workplace came as promised, and what is done where they did not.',
      services: workplace,
      customer: '',
      parts: ['attainment', 'breaches', 'trend', 'satisfaction', 'complaints', 'reviews'],
      cadence: 'monthly',
      dueDays: 10,
      issuer: cast.levels.name,
      recipients: ['finance@maison-clausewise.example', 'hr@maison-clausewise.example'],
      firstMonth: '2026-06',
    },
    {
      title: 'Tills and payment, quarterly',
      audience: 'the committee of the boutiques',
      purpose:
        'Shows the committee whether boutiques could sell whenever they were open, and who holds that up.',
      services: tills,
      customer: '',
      parts: ['attainment', 'trend', 'breaches', 'support chain', 'satisfaction', 'complaints', 'reviews'],
      cadence: 'quarterly',
      dueDays: 15,
      issuer: cast.levels.name,
      recipients: ['boutiques@maison-clausewise.example'],
      firstMonth: '2026-04',
    },
  ],
  issues: [
    { report: 'Workplace services, monthly', period: '2026-06', at: '2026-07-07T08:30:00Z' },
    { report: 'Workplace services, monthly', period: '2026-07', at: '2026-08-19T13:10:00Z' },
    { report: 'Workplace services, monthly', period: '2026-09', at: '2026-10-08T09:00:00Z' },
    { report: 'Tills and payment, quarterly', period: '2026-Q2', at: '2026-07-14T07:45:00Z' },
  ],
  reviews: [
    {
      service: 'Caisse boutique',
      customer: 'Boutiques France',
      heldOn: '2026-07-16',
      attendees: [cast.levels.name, 'Head of Boutiques France'],
      note: 'Saturdays are the weak point: tickets of the morning wait for the second line until Monday.',
      everyMonths: 3,
      actions: [
        { what: 'Second line on call on Saturdays', owner: cast.incident.name, dueOn: '2026-09-30' },
        { what: 'Spare till in each flagship', owner: cast.suppliers.name, dueOn: '2026-12-15' },
      ],
    },
  ],
  by: cast.levels.name,
}
