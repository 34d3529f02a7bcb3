import { register } from 'tsx/esm/api'

// A thread does not inherit how its process reads TypeScript.
register()
const { make } = await import('./render-thread.ts')
export default make
