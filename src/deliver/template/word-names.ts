/** The beginning of a part, with the names it knows. */
export function rootOf(text: string, name: string): string {
  const from = [`<w:${name} `, `<w:${name}>`].map((start) => text.indexOf(start)).find((at) => at >= 0) ?? 0
  return text.slice(from, text.indexOf('>', from) + 1)
}

/** A part of the template that can hold what ours holds: it knows the names of both. */
export function withNames(theirs: string, ours: string, name: string): string {
  return theirs.replace(rootOf(theirs, name), () =>
    mergedRoot(rootOf(theirs, name), rootOf(ours, name), name),
  )
}

/** The beginning of a part with the names of both. */
export function mergedRoot(theirs: string, ours: string, name: string): string {
  const read = (root: string) =>
    [...root.matchAll(/ ([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value] as const)
  const all = new Map([...read(ours), ...read(theirs)])
  const ignorable = new Set(
    [...read(ours), ...read(theirs)]
      .filter(([name]) => name === 'mc:Ignorable')
      .flatMap(([, value]) => value.split(' ')),
  )
  all.delete('mc:Ignorable')
  const known = [...ignorable].filter((prefix) => all.has(`xmlns:${prefix}`))
  if (known.length > 0) all.set('mc:Ignorable', known.join(' '))
  return `<w:${name}${[...all].map(([key, value]) => ` ${key}="${value}"`).join('')}>`
}
