import { useLoaderData } from '@remix-run/react'
import { unpacked } from '#app/ui/packed.ts'
import type { loader } from './route.tsx'

export function useBrowsePage() {
  return unpacked(useLoaderData<typeof loader>().page)
}
