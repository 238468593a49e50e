/**
 * How every process of the platform is run. A young generation that may grow keeps its largest size for ever: 60 MB of
 * each idle service with Node's default. With 4 MB requests that are under way fill it, and what is dead soon is kept.
 */
export const SERVICE_FLAGS: readonly string[] = ['--max-semi-space-size=8', '--disable-warning=TimeoutNegativeWarning'];
