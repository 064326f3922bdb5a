/** The part of dynalite 4 that we use; it brings no types. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  export interface DynaliteOptions {
    /** LevelDB folder; in memory without it. */
    readonly path?: string;
    /** How long a new table stays in the state CREATING, 500 unless told. */
    readonly createTableMs?: number;
  }

  /** A server that is not listening yet. Closing it closes the database too. */
  export default function dynalite(options?: DynaliteOptions): Server;
}
