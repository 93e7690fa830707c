import { type Language, languageCodes } from '#base/language.ts'
import { findDocument, type MadeDocument } from '#evidence/document-store.ts'
import type { Issue } from '#service-level/issue-store.ts'
import { derivedId } from './jobs/derived-id.ts'
import type { Tx } from './workshop.ts'

/** The language that an issue of a service report went out in; before there was a choice that was English. */
export function languageOfIssue({ figures }: Pick<Issue, 'figures'>): Language {
  return figures.language ?? 'en'
}

/** Under which id an issue is kept as a file: as it went out under its own, in another language under one of its own. */
export function fileIdOf(issue: Pick<Issue, 'id' | 'figures'>, language: Language): string {
  return language === languageOfIssue(issue) ? issue.id : derivedId(issue.id, language)
}

/** An issue as a file in a language. */
export type IssueFile = Readonly<{ language: Language; document: MadeDocument }>

/** The files of an issue that are written, in the order of the languages. */
export async function filesOfIssue(
  tx: Tx,
  issue: Pick<Issue, 'id' | 'figures'>,
): Promise<readonly IssueFile[]> {
  const files: IssueFile[] = []
  for (const language of languageCodes) {
    const document = await findDocument(tx, fileIdOf(issue, language))
    if (document) files.push({ language, document })
  }
  return files
}
