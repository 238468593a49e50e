/**
 * How every process of the platform is run. A young generation that may grow keeps its largest size for ever: 60 MB of
 * each idle service with Node's default.
 */
export const SERVICE_FLAGS: readonly string[] = ['--max-semi-space-size=4', '--disable-warning=TimeoutNegativeWarning'];
