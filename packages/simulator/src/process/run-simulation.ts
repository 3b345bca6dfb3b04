import { loadDialect } from '../dialects.ts';
import type { Faults } from '../faults/faults.ts';
import type { SimulatedCarrier, Simulation } from '../simulation.ts';
import { startSimulation } from '../start-simulation.ts';
import type { RunCommand, SimulationConfig } from './run-config.ts';
import { chunksOf, itemsPerMessage, type Running, type Say, sayEverySecond } from './running-process.ts';

export async function runSimulation(config: SimulationConfig, say: Say): Promise<Running> {
  const { toldUntil, ...rest } = config;
  const carriers = await Promise.all(config.carriers.map(carrierOf));
  const options = toldUntil === undefined ? rest : { ...rest, toldUntil };
  const simulation = await startSimulation({ ...options, carriers });
  await say({ type: 'listening', baseUrls: simulation.baseUrls });
  for (const parcels of chunksOf(simulation.parcels(), itemsPerMessage))
    await say({ type: 'parcels', parcels });
  await say({ type: 'ready' });
  const stopSaying = sayEverySecond(say, () => simulation.progress());
  return {
    obey: (command) => obey(command, simulation, say),
    async stop() {
      stopSaying();
      await simulation.stop();
    },
  };
}

async function carrierOf(config: SimulationConfig['carriers'][number]): Promise<SimulatedCarrier> {
  const { carrier, hookUrl, callsPerSecondMax, ...rest } = config;
  return {
    ...rest,
    dialect: await loadDialect(carrier),
    ...(hookUrl === undefined ? {} : { hookUrl }),
    ...(callsPerSecondMax === undefined ? {} : { callsPerSecondMax }),
  };
}

function obey(command: RunCommand, simulation: Simulation, say: Say): void {
  switch (command.command) {
    case 'begin':
      simulation.begin(command.hookUrls);
      void simulation.finished().then(() => say({ type: 'finished', ...simulation.progress() }));
      return;
    case 'faults': {
      // A switch that is not named stands as it stood.
      const named = Object.entries(command.faults).filter(([, value]) => value !== undefined);
      // The names come from the schema, so what is left is a part of the faults.
      simulation.setFaults(command.carrier, Object.fromEntries(named) as Partial<Faults>);
      return;
    }
    case 'truth':
      void say({ type: 'truth', ...command, ...simulation.truth(command.carrier, command.trackingNumber) });
      return;
    case 'stop':
      return;
  }
}
