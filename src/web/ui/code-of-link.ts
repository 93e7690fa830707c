import { useLocation } from '@tanstack/react-router'

/** The code of the link that led here, behind the # of the address; empty where it carries none. */
export function useCodeOfLink(): string {
  const { hash } = useLocation()
  return new URLSearchParams(hash).get('code') ?? ''
}
