import { asyncApi } from './asyncapi';

process.stdout.write(`${JSON.stringify(asyncApi(), null, 2)}\n`);
