import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { HelpFrame } from './shell/HelpFrame.tsx'
import { Home } from './shell/Home.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { OrganizationFrame } from './shell/OrganizationFrame.tsx'
import { Stumbled } from './shell/Stumbled.tsx'
import { Lines } from './ui/States.tsx'

type Context = Readonly<{ client: QueryClient }>

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Stumbled,
})
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })
const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: lazyRouteComponent(() => import('./pages/door/StartPage.tsx'), 'StartPage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/door/SignInPage.tsx'), 'SignInPage'),
})
const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/new-password',
  component: lazyRouteComponent(() => import('./pages/door/NewPasswordPage.tsx'), 'NewPasswordPage'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./pages/door/InvitationPage.tsx'), 'InvitationPage'),
})
const survey = createRoute({
  getParentRoute: () => root,
  path: '/survey',
  component: lazyRouteComponent(() => import('./pages/survey/AnswerPage.tsx'), 'AnswerPage'),
})
const feedback = createRoute({
  getParentRoute: () => root,
  path: '/feedback',
  component: lazyRouteComponent(() => import('./pages/survey/FollowPage.tsx'), 'FollowPage'),
})
const serviceReport = createRoute({
  getParentRoute: () => root,
  path: '/service-report',
  component: lazyRouteComponent(() => import('./pages/service-levels/DeliveredPage.tsx'), 'DeliveredPage'),
})
const help = createRoute({ getParentRoute: () => root, path: '/help', component: HelpFrame })
const helpHome = createRoute({
  getParentRoute: () => help,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/help/HelpPage.tsx'), 'HelpPage'),
})
const helpGlossary = createRoute({
  getParentRoute: () => help,
  path: 'glossary',
  component: lazyRouteComponent(() => import('./pages/help/GlossaryPage.tsx'), 'GlossaryPage'),
})
const helpPage = createRoute({
  getParentRoute: () => help,
  path: '$page',
  component: lazyRouteComponent(() => import('./pages/help/HelpPage.tsx'), 'HelpPage'),
})
const organization = createRoute({
  getParentRoute: () => root,
  path: '/o/$organization',
  component: OrganizationFrame,
})

/** A page inside an organization; loaded when it is shown. */
function page<M extends Record<string, unknown>>(
  path: string,
  load: () => Promise<M>,
  name: keyof M & string,
) {
  return createRoute({
    getParentRoute: () => organization,
    path,
    component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name),
  })
}

const register = page(
  'registers/$register',
  () => import('./pages/registers/RegisterPage.tsx'),
  'RegisterPage',
)
const record = createRoute({
  getParentRoute: () => register,
  path: '$record',
  component: lazyRouteComponent(() => import('./pages/registers/RecordSheet.tsx'), 'RecordSheet'),
})

const assumptions = page(
  'case/assumptions',
  () => import('./pages/case/AssumptionsPage.tsx'),
  'AssumptionsPage',
)
const assumption = createRoute({
  getParentRoute: () => assumptions,
  path: '$assumption',
  component: lazyRouteComponent(() => import('./pages/case/AssumptionSheet.tsx'), 'AssumptionSheet'),
})

const caseLines = page('case/lines', () => import('./pages/case/LinesPage.tsx'), 'LinesPage')
const ownLine = createRoute({
  getParentRoute: () => caseLines,
  path: '$line',
  component: lazyRouteComponent(() => import('./pages/case/OwnLineSheet.tsx'), 'OwnLineSheet'),
})

const pages = [
  page('today', () => import('./pages/today/TodayPage.tsx'), 'TodayPage'),
  page('readiness', () => import('./pages/readiness/ReadinessPage.tsx'), 'ReadinessPage'),
  page('readiness/snapshots', () => import('./pages/readiness/SnapshotsPage.tsx'), 'SnapshotsPage'),
  page('readiness/consistency', () => import('./pages/readiness/ConsistencyPage.tsx'), 'ConsistencyPage'),
  page('readiness/benchmark', () => import('./pages/readiness/BenchmarkPage.tsx'), 'BenchmarkPage'),
  page('strategy', () => import('./pages/strategy/StrategyPage.tsx'), 'StrategyPage'),
  page('decision', () => import('./pages/strategy/DecisionPage.tsx'), 'DecisionPage'),
  page('programme', () => import('./pages/strategy/ProgrammePage.tsx'), 'ProgrammePage'),
  page('technology', () => import('./pages/strategy/TechnologyPage.tsx'), 'TechnologyPage'),
  page('capability', () => import('./pages/strategy/CapabilityPage.tsx'), 'CapabilityPage'),
  page('questions', () => import('./pages/strategy/QuestionsPage.tsx'), 'QuestionsPage'),
  page('profile', () => import('./pages/strategy/ProfilePage.tsx'), 'ProfilePage'),
  page('readiness/baselines', () => import('./pages/readiness/BaselinesPage.tsx'), 'BaselinesPage'),
  page(
    'readiness/programme-facts',
    () => import('./pages/readiness/ProgrammeFactsPage.tsx'),
    'ProgrammeFactsPage',
  ),
  page('requirements/gap-list', () => import('./pages/requirements/GapListPage.tsx'), 'GapListPage'),
  page('requirements', () => import('./pages/requirements/RequirementsPage.tsx'), 'RequirementsPage'),
  page(
    'requirements/$requirement',
    () => import('./pages/requirements/RequirementPage.tsx'),
    'RequirementPage',
  ),
  page('evidence', () => import('./pages/evidence/ChecksPage.tsx'), 'ChecksPage'),
  page('evidence/checks/$check', () => import('./pages/evidence/CheckPage.tsx'), 'CheckPage'),
  page('evidence/measures', () => import('./pages/evidence/MeasuresPage.tsx'), 'MeasuresPage'),
  page('evidence/measures/$measure', () => import('./pages/evidence/MeasurePage.tsx'), 'MeasurePage'),
  page('evidence/conformance', () => import('./pages/evidence/ConformancePage.tsx'), 'ConformancePage'),
  page('evidence/conformance/$process', () => import('./pages/evidence/ProcessPage.tsx'), 'ProcessPage'),
  page('evidence/data-quality', () => import('./pages/evidence/QualityPage.tsx'), 'QualityPage'),
  page('evidence/tickets/$ticket', () => import('./pages/evidence/TicketPage.tsx'), 'TicketPage'),
  page('monitoring', () => import('./pages/monitoring/MonitoringPage.tsx'), 'MonitoringPage'),
  page('monitoring/outcomes', () => import('./pages/monitoring/OutcomesPage.tsx'), 'OutcomesPage'),
  page('monitoring/library', () => import('./pages/monitoring/LibraryPage.tsx'), 'LibraryPage'),
  page('monitoring/scorecard', () => import('./pages/monitoring/ScorecardPage.tsx'), 'ScorecardPage'),
  page('monitoring/own', () => import('./pages/monitoring/OwnPage.tsx'), 'OwnPage'),
  page('monitoring/kpis/$kpi', () => import('./pages/monitoring/KpiPage.tsx'), 'KpiPage'),
  page('service-levels', () => import('./pages/service-levels/LevelsPage.tsx'), 'LevelsPage'),
  page('service-levels/service', () => import('./pages/service-levels/ServicePage.tsx'), 'ServicePage'),
  page('service-levels/reports', () => import('./pages/service-levels/ReportsPage.tsx'), 'ReportsPage'),
  page(
    'service-levels/reports/$report/$period',
    () => import('./pages/service-levels/IssuePage.tsx'),
    'PreviewIssuePage',
  ),
  page('service-levels/issues/$issue', () => import('./pages/service-levels/IssuePage.tsx'), 'IssuePage'),
  page('roadmap', () => import('./pages/roadmap/RoadmapPage.tsx'), 'RoadmapPage'),
  page('roadmap/remedies', () => import('./pages/roadmap/RemediesPage.tsx'), 'RemediesPage'),
  page('roadmap/roles', () => import('./pages/roadmap/RolesPage.tsx'), 'RolesPage'),
  page('roadmap/load', () => import('./pages/roadmap/LoadPage.tsx'), 'LoadPage'),
  page('roadmap/files', () => import('./pages/roadmap/FilesPage.tsx'), 'FilesPage'),
  page('case', () => import('./pages/case/CasePage.tsx'), 'CasePage'),
  assumptions.addChildren([assumption]),
  page('case/lines/import', () => import('./pages/case/OwnListPage.tsx'), 'OwnListPage'),
  caseLines.addChildren([ownLine]),
  page('case/scenarios', () => import('./pages/case/ScenariosPage.tsx'), 'ScenariosPage'),
  page('case/growth', () => import('./pages/case/GrowthPage.tsx'), 'GrowthPage'),
  page('case/tracking', () => import('./pages/case/TrackingPage.tsx'), 'TrackingPage'),
  page('audits', () => import('./pages/audits/AuditsPage.tsx'), 'AuditsPage'),
  page('audits/proposal', () => import('./pages/audits/ProposalPage.tsx'), 'ProposalPage'),
  page('audits/$audit', () => import('./pages/audits/PlanPage.tsx'), 'PlanPage'),
  page('audits/$audit/checklist', () => import('./pages/audits/ChecklistPage.tsx'), 'ChecklistPage'),
  page('audits/$audit/findings', () => import('./pages/audits/AuditFindingsPage.tsx'), 'AuditFindingsPage'),
  page('audits/$audit/report', () => import('./pages/audits/ReportPage.tsx'), 'ReportPage'),
  page('findings', () => import('./pages/findings/FindingsPage.tsx'), 'FindingsPage'),
  page('findings/$finding', () => import('./pages/findings/FindingPage.tsx'), 'FindingPage'),
  page('reviews', () => import('./pages/improvement/ReviewsPage.tsx'), 'ReviewsPage'),
  page('reviews/$review', () => import('./pages/improvement/ReviewPage.tsx'), 'ReviewPage'),
  page('improvements', () => import('./pages/improvement/ImprovementsPage.tsx'), 'ImprovementsPage'),
  page('improvements/closing-report', () => import('./pages/improvement/ClosingPage.tsx'), 'ClosingPage'),
  page('calendar', () => import('./pages/improvement/CalendarPage.tsx'), 'CalendarPage'),
  page('certification', () => import('./pages/improvement/CertificationPage.tsx'), 'CertificationPage'),
  page('documents', () => import('./pages/documents/DocumentsPage.tsx'), 'DocumentsPage'),
  page('samples', () => import('./pages/samples/SamplesPage.tsx'), 'SamplesPage'),
  page('samples/$sample', () => import('./pages/samples/SamplePage.tsx'), 'SamplePage'),
  page('sources', () => import('./pages/sources/SourcesPage.tsx'), 'SourcesPage'),
  page('sources/mapping', () => import('./pages/sources/MappingPage.tsx'), 'MappingPage'),
  page('sources/history', () => import('./pages/sources/HistoryPage.tsx'), 'HistoryPage'),
  page('sources/history/$reading', () => import('./pages/sources/ReadingPage.tsx'), 'ReadingPage'),

  page('registers', () => import('./pages/registers/RegistersPage.tsx'), 'RegistersPage'),
  page('registers/document-coverage', () => import('./pages/registers/CoveragePage.tsx'), 'CoveragePage'),
  page('registers/agreement-chain', () => import('./pages/registers/ChainPage.tsx'), 'ChainPage'),
  register.addChildren([record]),
  page('registers/$register/compare', () => import('./pages/registers/ComparePage.tsx'), 'ComparePage'),
  page('registers/$register/import', () => import('./pages/registers/ImportPage.tsx'), 'ImportPage'),
  page(
    'registers/$register/import/$import',
    () => import('./pages/registers/PreviewPage.tsx'),
    'PreviewPage',
  ),
  page('adoption', () => import('./pages/adoption/AdoptionPage.tsx'), 'AdoptionPage'),
  page('adoption/surveys', () => import('./pages/adoption/SurveysPage.tsx'), 'SurveysPage'),
  page('adoption/surveys/$survey', () => import('./pages/adoption/SurveyPage.tsx'), 'SurveyPage'),
  page('adoption/training', () => import('./pages/adoption/TrainingPage.tsx'), 'TrainingPage'),
  page('adoption/courses', () => import('./pages/adoption/CoursesPage.tsx'), 'CoursesPage'),
  page('adoption/courses/$course', () => import('./pages/adoption/CoursePage.tsx'), 'CoursePage'),
  page(
    'adoption/certificates/$certificate',
    () => import('./pages/adoption/CertificatePage.tsx'),
    'CertificatePage',
  ),
  page('adoption/stakeholders', () => import('./pages/adoption/StakeholdersPage.tsx'), 'StakeholdersPage'),
  page('adoption/communication', () => import('./pages/adoption/CommunicationPage.tsx'), 'CommunicationPage'),
  page('adoption/leadership', () => import('./pages/adoption/LeadershipPage.tsx'), 'LeadershipPage'),
  page('adoption/feedback', () => import('./pages/adoption/FeedbackPage.tsx'), 'FeedbackPage'),
  page('room', () => import('./pages/room/RoomPage.tsx'), 'RoomPage'),
  page('organization', () => import('./pages/people/PeoplePage.tsx'), 'PeoplePage'),
  page('organization/trail', () => import('./pages/people/TrailPage.tsx'), 'TrailPage'),
  page('organization/outbox', () => import('./pages/people/OutboxPage.tsx'), 'OutboxPage'),
  page('organization/webhooks', () => import('./pages/people/WebhooksPage.tsx'), 'WebhooksPage'),
  page('organization/tokens', () => import('./pages/people/TokensPage.tsx'), 'TokensPage'),
  page('settings', () => import('./pages/settings/SettingsPage.tsx'), 'SettingsPage'),
]

const tree = root.addChildren([
  home,
  start,
  signIn,
  newPassword,
  invitation,
  survey,
  feedback,
  serviceReport,
  help.addChildren([helpHome, helpGlossary, helpPage]),
  organization.addChildren(pages),
])

/** The router; what stands in an address's query stays text. */
export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: Lines,
    defaultErrorComponent: Stumbled,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (said) => {
      const pairs = Object.entries(said).filter(([, value]) => value !== undefined && value !== '')
      return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs as [string, string][])}`
    },
  })
}
