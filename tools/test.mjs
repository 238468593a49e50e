// `npm test`: sets everything up and runs every check. Which they are: tools/test/steps.mts.
import { installAndRun } from './start/pinned-node.mjs';

await installAndRun('tools/test/main.mts', process.argv.slice(2));
