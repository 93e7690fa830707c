import type { Story } from '#server/told-story.ts'
import { cast } from './people.ts'

/** What was planted in the data of changes is what the auditor of last year saw; the requirements are those of the faults. */
const seen = ['8.5.1.3-a', '8.5.1.3-h', '8.5.1.3-j', '8.5.1.3-i', '8.5.1.3-e'] as const

/** The one audit of last year: part of the standard only, so that the full internal audit is still to come. */
export const toldAudits: Story['audits'] = [
  {
    title: 'Change management',
    clauses: ['8.5.1'],
    because: 'Approvals after the fact in the peak season.',
    heldInDays: -320,
    criteria: 'ISO/IEC 20000-1:2018, clause 8.5.1, and the change policy of the house.',
    method: 'Records of changes by judgement, interviews with four people, on two days.',
    lead: cast.auditor.email,
    conclusion:
      'Changes are recorded and classified, and people know the way they go. Control fails where it is hurried: approval, way back and review are not there in every case. The audit looked at changes only and says nothing about other processes.',
    answers: [
      {
        requirement: '8.5.1.1-c',
        answer: 'not met',
        notes: 'No written criteria; the board decides case by case.',
      },
      {
        requirement: '8.5.1.1-b',
        answer: 'could be better',
        notes: 'Emergency changes are defined; their assessment comes late.',
      },
      ...seen.map((requirement) => ({
        requirement,
        answer: 'not met' as const,
        notes: 'Not in every record that was looked at.',
      })),
    ],
    findings: [
      {
        grade: 'minor',
        title: 'Approval is recorded after the work has begun',
        requirements: ['8.5.1.3-a', '8.5.1.3-h', '8.5.1.3-e'],
        evidence:
          'Records of normal changes chosen by judgement; in some of them the approval is later than the start, or no way back or check for conflicts is recorded.',
        missing: 'Approval, way back and check for conflicts before the work begins, in every case.',
        gradeReason: 'Most changes follow the way; no failed change could be traced to it.',
        extent:
          'Records of two groups were looked at; the choice was by judgement, so nothing is said about the share.',
        owner: cast.change.email,
        chain: {
          inDays: -280,
          until: 'implementing',
          correction: 'The records were completed; the board looked at each of the changes again.',
          causeForm: 'whys',
          causeRows: [
            { says: 'Approval is asked for when the work is done.' },
            { says: 'The board meets once a week, and work cannot wait.' },
            { says: 'The tool lets a change start without approval.' },
          ],
          rootCause: 'The tool does not hold the rule, and there is no way to approve between two meetings.',
          causeCategory: 'tools',
          extentCheck: 'All groups work with the same form.',
          approvedBy: cast.auditor.email,
          actions: [
            {
              says: 'Let the form demand approval before a change can start',
              owner: cast.change.email,
              dueInDays: -45,
              evidence: '',
            },
            {
              says: 'Name two people who approve between meetings',
              owner: cast.problem.email,
              dueInDays: 30,
              evidence: '',
            },
          ],
        },
      },
      {
        grade: 'minor',
        title: 'Changes are closed without a review',
        requirements: ['8.5.1.3-j', '8.5.1.3-i'],
        evidence:
          'Closed normal and emergency changes, chosen by judgement; failed ones among them lead to no problem record.',
        missing: 'A review after every change that needs one, and an investigation of failed ones.',
        gradeReason: 'The review is known and done for large changes.',
        extent: 'Seen in each of the groups that were visited.',
        owner: cast.problem.email,
        chain: {
          inDays: -250,
          until: 'analysing',
          correction: 'The failed changes of the quarter were reviewed together.',
          causeForm: 'cause and effect',
          causeRows: [
            { category: 'method', says: 'The procedure does not say who reviews, nor until when.' },
            { category: 'people', says: 'Whoever did the work has the next change in hand.' },
          ],
          rootCause: '',
          extentCheck: '',
          approvedBy: cast.auditor.email,
          actions: [],
        },
      },
      {
        grade: 'minor',
        title: 'There are no criteria for a change of major impact',
        requirements: ['8.5.1.1-c'],
        evidence:
          'Change policy, edition of that year: no criteria. Minutes of three meetings decide case by case.',
        missing: 'Written criteria by which a change is of major impact.',
        gradeReason: 'The cases that were decided are plausible; only the rule is missing.',
        extent: 'One policy for the whole house.',
        owner: cast.levels.email,
        chain: {
          inDays: -270,
          until: 'verifying',
          correction: 'The board used a provisional list from the day of the audit on.',
          causeForm: 'whys',
          causeRows: [
            { says: 'The policy was written before the scope grew.' },
            { says: 'Nobody reviews it when services are added.' },
          ],
          rootCause: 'The review of the policy is not tied to changes of the scope.',
          causeCategory: 'method',
          extentCheck: 'Two other policies had the same gap and were completed with it.',
          approvedBy: cast.auditor.email,
          actions: [
            {
              says: 'Write the criteria into the change policy and have it approved',
              owner: cast.levels.email,
              dueInDays: -220,
              doneInDays: -225,
              evidence: 'Change policy, next edition, approved by the sponsor.',
            },
          ],
          effect: {
            inDays: -150,
            by: cast.auditor.email,
            criterion: 'Three meetings in a row decide by the written criteria.',
            isEffective: true,
            says: 'Minutes of three meetings name the criterion for each decision on impact.',
          },
        },
      },
    ],
  },
]
