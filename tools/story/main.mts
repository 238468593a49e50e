// The story that a first `npm start` plays: everything goes through the public API and Kafka, as any tool would do it,
// and everything that is printed is what the platform answered. GATEWAY_URL, API_KEY and KAFKA_BROKERS say where it is.
import { connect } from '../client/connection.mts';
import { OpsApi } from '../client/ops-api.mts';
import { Terminal } from '../terminal/terminal.mts';
import { DeploymentDoor } from './deployment-door.mts';
import { watchTheDisk } from './foresight.mts';
import { loadEstate, loadMetrics } from './foundation.mts';
import { Narrator } from './narrator.mts';
import { alert, deploy, earlierChanges, repair, type Scene, stillThere, suspectsOf } from './outage.mts';

const DEPTH = 6;

try {
  await tell();
} catch (error) {
  console.error(`\nThe story can't go on: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function tell(): Promise<void> {
  const began = Date.now();
  const api = new OpsApi(connect());
  const narrator = new Narrator(new Terminal());
  const door = await DeploymentDoor.open(process.env['KAFKA_BROKERS'] || '127.0.0.1:19092');
  try {
    narrator.terminal.line('A sample estate, and one fault followed through the platform');
    narrator.chapter('A small web shop');
    const ids = await loadEstate(api, narrator);
    await loadMetrics(api, narrator, began);

    narrator.chapter('A disk that is going to be full');
    await watchTheDisk(api, narrator, ids);

    const scene = { api, narrator, door, ids, runId: `story-${began.toString(36)}`, now: began };
    await playOutage(scene);
  } finally {
    await door.close();
  }
  narrator.terminal.line(`\nThe end, after ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

async function playOutage(scene: Scene): Promise<void> {
  const { api, narrator } = scene;
  narrator.chapter('A deployment among others');
  await earlierChanges(scene);
  await deploy(scene);

  narrator.chapter('Minutes later, alerts');
  const incident = await alert(scene);
  const suspects = await suspectsOf(scene, incident);
  narrator.impact(await api.impact(incident.id, DEPTH));
  narrator.suspects(suspects);
  const blamed = await stillThere(api, suspects);
  if (blamed === undefined) throw new Error(`${incident.number} has no suspect that could be backed out.`);

  narrator.chapter('On call');
  const ended = await repair(scene, incident, blamed);

  narrator.chapter('What is on record');
  narrator.incident(ended);
  narrator.timeline(await api.timeline(ended.id));
}
