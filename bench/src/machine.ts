import { cpus, loadavg, totalmem } from 'node:os';

/** The machine of the measurement. Compare this before comparing two runs. */
export interface Machine {
  cores: number;
  processor: string;
  memoryGiB: number;
  platform: string;
  node: string;
  /**
   * Average number of busy or waiting processes over the minute before the run. Above 0.3 the machine had
   * other work.
   */
  loadAverageBefore: number;
}

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    loadAverageBefore: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}
