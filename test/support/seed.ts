import fc from 'fast-check';

/** The "for any" tests try the same cases on every run, unless FAST_CHECK_SEED names other ones. A failure prints its seed. */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20261122) });
