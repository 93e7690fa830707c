/** An id of the content pack as it is read: "service_request" is "Service request". */
export function sayId(id: string): string {
  const words = id.replace(/_id$/, '').replaceAll(/[_-]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
