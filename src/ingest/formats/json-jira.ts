import { flatten, isObject, type JsonObject, textOf } from './json-flatten.ts'

type Fields = Map<string, string>

/** An issue as Jira's search hands it out: a key and its fields. */
export function isJiraIssue(record: JsonObject): boolean {
  return typeof record.key === 'string' && isObject(record.fields)
}

const noise = new Set(['self', 'iconUrl', 'avatarUrls', 'expand', 'avatarId', 'icon'])

/** One row per issue: its fields without the prefix; status, priority, people and the like under one name each. */
export function jiraRow(issue: JsonObject): Fields {
  const row: Fields = new Map()
  const { fields, changelog: _changelog, ...own } = issue
  flatten(without(own), row)
  if (!isObject(fields)) return row
  for (const [name, value] of Object.entries(fields)) {
    const label = labelOf(value)
    if (label !== undefined) row.set(name, label)
    if (isObject(value)) flatten(without(value), row, `${name}.`)
    else if (label === undefined) flatten({ [name]: value }, row)
  }
  return row
}

function without(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !noise.has(key)))
}

/** What stands for an object of Jira in one column: an account rather than a person's name. */
function labelOf(value: unknown): string | undefined {
  if (Array.isArray(value) && value.length > 0) {
    const labels = value.map((one) => labelOf(one))
    return labels.includes(undefined) ? undefined : labels.join(', ')
  }
  if (!isObject(value)) return undefined
  if ('accountId' in value || 'emailAddress' in value) return accountOf(value)
  return textOf(value.name) ?? textOf(value.value) ?? textOf(value.key)
}

function accountOf(author: unknown): string | undefined {
  if (!isObject(author)) return undefined
  return textOf(author.accountId) ?? textOf(author.name) ?? textOf(author.key) ?? textOf(author.displayName)
}

/** The columns of the table that an issue's changelog becomes. */
export const changeColumns = ['key', 'author', 'created', 'field', 'from', 'to'] as const

/** One row per changed field, in the order of the changelog; labels rather than ids where Jira tells both. */
export function jiraChanges(issue: JsonObject): (string | undefined)[][] {
  const { changelog } = issue
  if (!isObject(changelog) || !Array.isArray(changelog.histories)) return []
  return changelog.histories.filter(isObject).flatMap((history) => {
    const items: unknown[] = Array.isArray(history.items) ? history.items : []
    return items
      .filter(isObject)
      .map((item) => [
        textOf(issue.key),
        accountOf(history.author),
        textOf(history.created),
        textOf(item.field),
        textOf(item.fromString) ?? textOf(item.from),
        textOf(item.toString) ?? textOf(item.to),
      ])
  })
}
