import fc from 'fast-check';

/**
 * Property tests draw the same values in every run, so that a red run says something about the change and not about
 * the draw. `TEST_SEED=<integer> npm test` draws others.
 */
fc.configureGlobal({ seed: Number(process.env['TEST_SEED'] ?? 20_261_128) });
