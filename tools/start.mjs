// `npm start`: sets everything up and runs the platform. What it does in which order: tools/start/main.mts.
import { installAndRun } from './start/pinned-node.mjs';

await installAndRun('tools/start/main.mts', process.argv.slice(2));
