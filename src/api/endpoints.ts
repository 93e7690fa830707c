import { adoptionApi } from './adoption.ts'
import { assessmentApi } from './assessment.ts'
import { attachmentsApi } from './attachments.ts'
import { auditsApi } from './audits.ts'
import { brandApi } from './brand.ts'
import { capabilityTargetsApi } from './capability-targets.ts'
import { certificationApi } from './certification.ts'
import { commentsApi } from './comments.ts'
import { decisionsApi } from './decisions.ts'
import { documentedApi } from './documented.ts'
import { documentsApi } from './documents.ts'
import { evidenceApi } from './evidence.ts'
import { executiveApi } from './executive.ts'
import { financeApi } from './finance.ts'
import { findingsApi } from './findings.ts'
import { glossaryApi } from './glossary.ts'
import { growthApi } from './growth.ts'
import { impactApi } from './impact.ts'
import { improvementsApi } from './improvements.ts'
import { invitationsApi } from './invitations.ts'
import { jobsApi } from './jobs.ts'
import { mappingApi } from './mapping.ts'
import { membersApi } from './members.ts'
import { monitoringApi } from './monitoring.ts'
import { organizationsApi } from './organizations.ts'
import { outboxApi } from './outbox.ts'
import { ownLinesApi } from './own-lines.ts'
import { registerChecksApi } from './register-checks.ts'
import { registerFilesApi } from './register-files.ts'
import { registerWordsApi } from './register-words.ts'
import { registersApi } from './registers.ts'
import { reviewsApi } from './reviews.ts'
import { roadmapApi } from './roadmap.ts'
import { serviceLevelsApi } from './service-levels.ts'
import { serviceReportsApi } from './service-reports.ts'
import { sessionApi } from './session.ts'
import { sessionsApi } from './sessions.ts'
import { sourcesApi } from './sources.ts'
import { statusApi } from './status.ts'
import { strategyApi } from './strategy.ts'
import { templatesApi } from './templates.ts'
import { ticketsApi } from './tickets.ts'
import { titlesApi } from './titles.ts'
import { tokensApi } from './tokens.ts'
import { trailApi } from './trail.ts'
import { webhooksApi } from './webhooks.ts'

/** Every address of the API: what the server mounts, the roles test walks through, and the browser's client is typed by. */
export const endpoints = {
  ...sessionApi,
  ...sessionsApi,
  ...organizationsApi,
  ...brandApi,
  ...templatesApi,
  ...membersApi,
  ...invitationsApi,
  ...tokensApi,
  ...outboxApi,
  ...trailApi,
  ...webhooksApi,
  ...statusApi,
  ...glossaryApi,
  ...registerWordsApi,
  ...titlesApi,
  ...impactApi,
  ...registersApi,
  ...assessmentApi,
  ...roadmapApi,
  ...adoptionApi,
  ...registerChecksApi,
  ...registerFilesApi,
  ...commentsApi,
  ...attachmentsApi,
  ...sourcesApi,
  ...jobsApi,
  ...evidenceApi,
  ...ticketsApi,
  ...documentsApi,
  ...documentedApi,
  ...mappingApi,
  ...strategyApi,
  ...serviceLevelsApi,
  ...serviceReportsApi,
  ...decisionsApi,
  ...monitoringApi,
  ...reviewsApi,
  ...certificationApi,
  ...improvementsApi,
  ...financeApi,
  ...ownLinesApi,
  ...capabilityTargetsApi,
  ...growthApi,
  ...executiveApi,
  ...auditsApi,
  ...findingsApi,
} as const

/** The type by which the browser calls: no code of the contract is loaded there. */
export type Api = typeof endpoints
