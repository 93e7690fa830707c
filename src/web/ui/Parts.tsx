import type { ReactNode } from 'react'
import { links } from '../links.ts'
import { To } from './To.tsx'
import type { Part } from './text-part.ts'

/** Draws the parts in their order. */
export function Parts({ parts }: Readonly<{ parts: readonly Part[] }>) {
  return parts.map((part, at) => {
    const Draw = drawn[part.type] ?? Plain
    // A text never changes while it is shown: the place of a part is its name.
    const key = `${part.type} ${at}`
    return <Draw key={key} part={part} />
  })
}

type Draw = (props: Readonly<{ part: Part }>) => ReactNode

/** What may scroll sideways is reached by key. */
const reachable = { tabIndex: 0 }

const Inner: Draw = ({ part }) => (part.parts ? <Parts parts={part.parts} /> : part.text)
const Plain: Draw = ({ part }) => <Inner part={part} />

const drawn: Readonly<Record<string, Draw>> = {
  heading: ({ part }) => {
    const Heading = part.depth === 2 ? 'h2' : 'h3'
    return (
      <Heading id={idOf(wordsOf(part))}>
        <Inner part={part} />
      </Heading>
    )
  },
  paragraph: ({ part }) => (
    <p>
      <Inner part={part} />
    </p>
  ),
  strong: ({ part }) => (
    <strong>
      <Inner part={part} />
    </strong>
  ),
  em: ({ part }) => (
    <em>
      <Inner part={part} />
    </em>
  ),
  codespan: ({ part }) => <code>{part.text}</code>,
  code: ({ part }) => (
    <pre {...reachable}>
      <code>{part.text}</code>
    </pre>
  ),
  br: () => <br />,
  hr: () => <hr />,
  blockquote: ({ part }) => (
    <blockquote>
      <Inner part={part} />
    </blockquote>
  ),
  list: ({ part }) => {
    const List = part.ordered ? 'ol' : 'ul'
    return (
      <List>
        <Parts parts={part.items ?? []} />
      </List>
    )
  },
  list_item: ({ part }) => (
    <li>
      <Inner part={part} />
    </li>
  ),
  link: ({ part }) => <Reference part={part} />,
  table: ({ part }) => (
    <table>
      <thead>
        <tr>{part.head?.map((cell, at) => drawCell(cell, at, 'th'))}</tr>
      </thead>
      <tbody>{part.rows?.map(drawRow)}</tbody>
    </table>
  ),
}

function drawRow(row: readonly (readonly Part[])[], at: number): ReactNode {
  const key = `row ${at}`
  return <tr key={key}>{row.map((cell, column) => drawCell(cell, column, 'td'))}</tr>
}

function drawCell(cell: readonly Part[], at: number, Cell: 'th' | 'td'): ReactNode {
  const key = `cell ${at}`
  return (
    <Cell key={key}>
      <Parts parts={cell} />
    </Cell>
  )
}

/** Pages of the guide are opened here; what lies elsewhere in the project is only named. */
function Reference({ part }: Readonly<{ part: Part }>) {
  const { href = '' } = part
  const guide = /^([a-z-]+)\.md(#.*)?$/.exec(href)
  if (guide)
    return (
      <To href={`${links.help(guide[1])}${guide[2] ?? ''}`}>
        <Inner part={part} />
      </To>
    )
  if (/^(https?:\/\/|#)/.test(href))
    return (
      <a href={href} rel="noreferrer">
        <Inner part={part} />
      </a>
    )
  return <Inner part={part} />
}

function wordsOf(part: Part): string {
  return part.text ?? part.parts?.map(wordsOf).join('') ?? ''
}

function idOf(words: string): string {
  return words.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}
