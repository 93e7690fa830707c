/** Every address of the application; nothing else writes one. */
export const links = {
  home: '/',
  start: '/start',
  signIn,
  invitation: (code: string) => withCode('/invitation', code),
  survey: (code: string) => withCode('/survey', code),
  feedback: (code: string) => withCode('/feedback', code),
  serviceReport: (code: string) => withCode('/service-report', code),
  help: (page?: string) => (page ? `/help/${page}` : '/help'),
  glossary: '/help/glossary',
  term: (term: string) => `/help/glossary#${encodeURIComponent(term)}`,
  of: (organization: string) => inOrganization(`/o/${organization}`),
}

export type OrganizationLinks = ReturnType<typeof inOrganization>

function inOrganization(at: string) {
  return {
    today: `${at}/today`,
    readiness: `${at}/readiness`,
    snapshots: (query: Query = {}) => withQuery(`${at}/readiness/snapshots`, query),
    consistency: `${at}/readiness/consistency`,
    baselines: `${at}/readiness/baselines`,
    programmeFacts: `${at}/readiness/programme-facts`,
    benchmark: `${at}/readiness/benchmark`,
    ...strategyIn(at),
    requirements: (query: Query = {}) => withQuery(`${at}/requirements`, query),
    gapList: `${at}/requirements/gap-list`,
    requirement: (requirement: string, query: Query = {}) =>
      withQuery(`${at}/requirements/${encodeURIComponent(requirement)}`, query),
    evidence: `${at}/evidence`,
    checks: (query: Query = {}) => withQuery(`${at}/evidence`, query),
    measures: (query: Query = {}) => withQuery(`${at}/evidence/measures`, query),
    check: (check: string) => `${at}/evidence/checks/${encodeURIComponent(check)}`,
    measure: (measure: string) => `${at}/evidence/measures/${encodeURIComponent(measure)}`,
    conformance: `${at}/evidence/conformance`,
    process: (process: string, query: Query = {}) =>
      withQuery(`${at}/evidence/conformance/${encodeURIComponent(process)}`, query),
    dataQuality: `${at}/evidence/data-quality`,
    ticket: (ticket: string) => `${at}/evidence/tickets/${encodeURIComponent(ticket)}`,
    ...monitoringIn(at),
    ...serviceLevelLinks(`${at}/service-levels`),
    roadmap: (query: Query = {}) => withQuery(`${at}/roadmap`, query),
    remedies: (query: Query = {}) => withQuery(`${at}/roadmap/remedies`, query),
    roadmapRoles: `${at}/roadmap/roles`,
    roadmapLoad: `${at}/roadmap/load`,
    roadmapFiles: `${at}/roadmap/files`,
    room: `${at}/room`,
    sources: `${at}/sources`,
    mapping: (query: Query = {}) => withQuery(`${at}/sources/mapping`, query),
    jobs: `${at}/sources/history`,
    reading: (reading: string) => `${at}/sources/history/${reading}`,
    registers: `${at}/registers`,
    coverage: (query: Query = {}) => withQuery(`${at}/registers/document-coverage`, query),
    chain: (query: Query = {}) => withQuery(`${at}/registers/agreement-chain`, query),
    register: (register: string, query: Query = {}) => withQuery(`${at}/registers/${register}`, query),
    record: (register: string, record: string) => `${at}/registers/${register}/${encodeURIComponent(record)}`,
    compareIn: (register: string, query: Query = {}) =>
      withQuery(`${at}/registers/${register}/compare`, query),
    importInto: (register: string) => `${at}/registers/${register}/import`,
    imported: (register: string, file: string) => `${at}/registers/${register}/import/${file}`,
    adoption: `${at}/adoption`,
    surveys: `${at}/adoption/surveys`,
    survey: (survey: string) => `${at}/adoption/surveys/${survey}`,
    training: (query: Query = {}) => withQuery(`${at}/adoption/training`, query),
    courses: `${at}/adoption/courses`,
    course: (course: string) => `${at}/adoption/courses/${course}`,
    certificate: (certificate: string) => `${at}/adoption/certificates/${certificate}`,
    stakeholders: `${at}/adoption/stakeholders`,
    communication: `${at}/adoption/communication`,
    leadership: `${at}/adoption/leadership`,
    feedback: `${at}/adoption/feedback`,
    ...caseIn(at),
    ...afterwards(at),
    ...ofAudits(at),
    documents: `${at}/documents`,
    people: `${at}/organization`,
    trail: (query: Query = {}) => withQuery(`${at}/organization/trail`, query),
    outbox: `${at}/organization/outbox`,
    webhooks: `${at}/organization/webhooks`,
    tokens: `${at}/organization/tokens`,
    settings: `${at}/settings`,
  }
}

/** Signing in, and where to go then; what stands behind its # stays behind it. */
function signIn(back?: string): string {
  const [path, code] = back?.split('#') ?? []
  const at = withQuery('/sign-in', { back: path })
  return code === undefined ? at : `${at}#${code}`
}

/** Behind the #, a code is sent to no server and written in no log. */
function withCode(path: string, code: string): string {
  return `${path}#code=${encodeURIComponent(code)}`
}

/** Why and whether. */
function strategyIn(at: string) {
  return {
    strategy: `${at}/strategy`,
    decision: `${at}/decision`,
    programme: `${at}/programme`,
    technology: `${at}/technology`,
    capability: `${at}/capability`,
    questions: `${at}/questions`,
    profile: `${at}/profile`,
  }
}

function caseIn(at: string) {
  return {
    businessCase: (query: Query = {}) => withQuery(`${at}/case`, query),
    assumptions: (query: Query = {}) => withQuery(`${at}/case/assumptions`, query),
    assumption: (assumption: string) => `${at}/case/assumptions/${assumption}`,
    caseLines: `${at}/case/lines`,
    ownLine: (line: string) => `${at}/case/lines/${line}`,
    ownLineList: `${at}/case/lines/import`,
    scenarios: `${at}/case/scenarios`,
    growth: (query: Query = {}) => withQuery(`${at}/case/growth`, query),
    tracking: `${at}/case/tracking`,
  }
}

function monitoringIn(at: string) {
  return {
    monitoring: `${at}/monitoring`,
    outcomes: `${at}/monitoring/outcomes`,
    kpis: (query: Query = {}) => withQuery(`${at}/monitoring/library`, query),
    ownKpis: `${at}/monitoring/own`,
    scorecard: `${at}/monitoring/scorecard`,
    kpi: (kpi: string) => `${at}/monitoring/kpis/${kpi}`,
  }
}

/** Reviews, improvements, and the years after the certificate. */
function afterwards(at: string) {
  return {
    reviews: `${at}/reviews`,
    review: (review: string) => `${at}/reviews/${review}`,
    improvements: `${at}/improvements`,
    closing: `${at}/improvements/closing-report`,
    calendar: (query: Query = {}) => withQuery(`${at}/calendar`, query),
    certification: `${at}/certification`,
  }
}

function serviceLevelLinks(at: string) {
  return {
    serviceLevels: (query: Query = {}) => withQuery(at, query),
    serviceLevel: (query: Query) => withQuery(`${at}/service`, query),
    serviceReports: `${at}/reports`,
    serviceReportIssue: (issue: string) => `${at}/issues/${issue}`,
    serviceReportPreview: (report: string, period: string) => `${at}/reports/${report}/${period}`,
  }
}

/** Audits, the samples that are looked at in them, and what was found wherever it came from. */
function ofAudits(at: string) {
  return {
    samples: `${at}/samples`,
    sample: (sample: string) => `${at}/samples/${sample}`,
    audits: `${at}/audits`,
    auditProposal: `${at}/audits/proposal`,
    audit: (audit: string) => `${at}/audits/${audit}`,
    auditChecklist: (audit: string, query: Query = {}) => withQuery(`${at}/audits/${audit}/checklist`, query),
    auditFindings: (audit: string) => `${at}/audits/${audit}/findings`,
    auditReport: (audit: string) => `${at}/audits/${audit}/report`,
    findings: (query: Query = {}) => withQuery(`${at}/findings`, query),
    finding: (finding: string) => `${at}/findings/${finding}`,
  }
}

export type Query = Readonly<Record<string, string | undefined>>

function withQuery(path: string, query: Query): string {
  const said = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}
