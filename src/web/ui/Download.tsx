import type { ReactNode } from 'react'

/** A file of the server: the browser loads it by itself, no page is opened. */
export function Download({ href, children }: Readonly<{ href: string; children: ReactNode }>) {
  return (
    <a href={href} download="">
      {children}
    </a>
  )
}
