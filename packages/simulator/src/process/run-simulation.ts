import { loadDialect } from '../dialects.ts';
import type { Faults } from '../faults/faults.ts';
import type { SimulatedCarrier, Simulation } from '../simulation.ts';
import { startSimulation } from '../start-simulation.ts';
import type { RunCommand, SimulationConfig } from './run-config.ts';
import { chunksOf, type Emit, emitEverySecond, itemsPerMessage, type Running } from './running-process.ts';

export async function runSimulation(config: SimulationConfig, emit: Emit): Promise<Running> {
  const { reportedUntil, ...rest } = config;
  const carriers = await Promise.all(config.carriers.map(carrierOf));
  const options = reportedUntil === undefined ? rest : { ...rest, reportedUntil };
  const simulation = await startSimulation({ ...options, carriers });
  await emit({ type: 'listening', baseUrls: simulation.baseUrls });
  for (const parcels of chunksOf(simulation.parcels(), itemsPerMessage))
    await emit({ type: 'parcels', parcels });
  await emit({ type: 'ready' });
  const stopProgress = emitEverySecond(emit, () => simulation.progress());
  return {
    handle: (command) => handle(command, simulation, emit),
    async stop() {
      stopProgress();
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

function handle(command: RunCommand, simulation: Simulation, emit: Emit): void {
  switch (command.command) {
    case 'start':
      simulation.start(command.hookUrls);
      void simulation.finished().then(() => emit({ type: 'finished', ...simulation.progress() }));
      return;
    case 'faults': {
      // A fault that the command does not contain stays unchanged.
      const named = Object.entries(command.faults).filter(([, value]) => value !== undefined);
      // The names come from the schema, so the rest is a part of the faults.
      simulation.setFaults(command.carrier, Object.fromEntries(named) as Partial<Faults>);
      return;
    }
    case 'truth':
      void emit({ type: 'truth', ...command, ...simulation.truth(command.carrier, command.trackingNumber) });
      return;
    case 'stop':
      return;
  }
}
