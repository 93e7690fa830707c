import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent } from 'react'

type ToProps = Readonly<{ href: string }> & AnchorHTMLAttributes<HTMLAnchorElement>

/** A link inside the application: a real address, opened without loading everything anew. */
export function To({ href, onClick, children, ...rest }: ToProps) {
  const router = useRouter()
  const preload = () => void router.preloadRoute({ to: href.split('?')[0] ?? href }).catch(() => undefined)
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || hasModifier(event)) return
    event.preventDefault()
    router.history.push(href)
  }

  return (
    <a href={href} onClick={go} onMouseEnter={preload} onFocus={preload} {...rest}>
      {children}
    </a>
  )
}

function hasModifier(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
}
