/** How long a session lives without being used. */
export const sessionLife = { days: 60 }

/** A session is written to at most this often: a read should not cost a write. */
export const seenEvery = { hours: 6 }
