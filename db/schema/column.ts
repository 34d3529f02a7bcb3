/** ISO-8601 UTC with milliseconds and Z, so that text order is time order on both databases. */
export type Instant = string
/** better-sqlite3 cannot bind booleans. */
export type Flag = 0 | 1
