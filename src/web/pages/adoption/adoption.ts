import type { Answered } from '../../data/call.ts'

/** The people side as its pages show it. */
export type Training = Answered<'GET /api/organizations/:organization/adoption/training'>
export type Assignment = Training['assignments'][number]
export type Course = Answered<'GET /api/organizations/:organization/adoption/courses/:course'>
export type Survey = Answered<'GET /api/organizations/:organization/adoption/surveys/:survey'>
export type Stakeholders = Answered<'GET /api/organizations/:organization/adoption/stakeholders'>
export type Stakeholder = Stakeholders['items'][number]

type Group = NonNullable<Survey['results']>['groups'][number]

/** The answers of a survey by group. */
export type GroupsProps = Readonly<{ survey: Survey; groups: readonly Group[] }>
