import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

import { root } from './compiled.mts';

const HEADER = '/** What each operation takes and answers. Made from openapi.json by `npm run generate`. */\n';

/**
 * The types of the client, from the document of the whole platform. Lists in them are not readonly, since openapi-fetch would
 * take such a list for an object; and what has a default may be left out.
 */
export async function clientTypes(openApi: string): Promise<string> {
  const text = astToString(await openapiTS(openApi, { alphabetize: true, defaultNonNullable: false }))
    // A text may be that word as well; the type checker sees no difference.
    .replaceAll('string | "null"', 'string');
  const settings = await resolveConfig(`${root}/package.json`);
  return format(HEADER + text, { ...settings, parser: 'typescript' });
}
