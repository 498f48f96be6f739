import { invalidArgument } from '../http/connectError';

export interface CollapsedType {
  /** The application without the ending that named the type. */
  readonly app: string;
  /** First part of the profile type id. */
  readonly name: string;
  readonly sampleType: string;
  readonly sampleUnit: string;
  /** Samples were counted, which the sample rate turns into time. */
  readonly isTime: boolean;
}

type Row = readonly [name: string, sampleType: string, sampleUnit: string];

const CPU: Row = ['process_cpu', 'samples', 'count'];
const WALL: Row = ['wall', 'samples', 'count'];

/** Ending of the application's name -> type (Pyroscope's pkg/ingester/pyroscope/ingest_adapter.go, convertMetadata). */
const types: Readonly<Record<string, Row>> = {
  cpu: CPU,
  itimer: CPU,
  wall: WALL,
  seconds: WALL,
  milliseconds: WALL,
  microseconds: WALL,
  nanoseconds: WALL,
  inuse_objects: ['memory', 'inuse_objects', 'count'],
  inuse_space: ['memory', 'inuse_space', 'bytes'],
  alloc_objects: ['memory', 'alloc_objects', 'count'],
  alloc_space: ['memory', 'alloc_space', 'bytes'],
  alloc_in_new_tlab_objects: ['memory', 'alloc_in_new_tlab_objects', 'count'],
  alloc_in_new_tlab_bytes: ['memory', 'alloc_in_new_tlab_bytes', 'bytes'],
  alloc_outside_tlab_objects: ['memory', 'alloc_outside_tlab_objects', 'count'],
  alloc_outside_tlab_bytes: ['memory', 'alloc_outside_tlab_bytes', 'bytes'],
  live: ['memory', 'live', 'count'],
  bytes: ['memory', 'samples', 'bytes'],
  goroutines: ['goroutine', 'goroutines', 'count'],
  mutex_count: ['mutex', 'contentions', 'count'],
  mutex_duration: ['mutex', 'delay', 'nanoseconds'],
  block_count: ['block', 'contentions', 'count'],
  block_duration: ['block', 'delay', 'nanoseconds'],
  lock_count: ['block', 'contentions', 'count'],
  lock_duration: ['block', 'delay', 'nanoseconds'],
  exceptions: ['exceptions', 'samples', 'count'],
};

/**
 * What stacks without a format of their own are, which only the name of the application tells: `shop.alloc_space`.
 * Without an ending it is CPU.
 *
 * @throws ConnectError for an ending that Pyroscope does not know
 */
export function collapsedType(app: string): CollapsedType {
  const dot = app.lastIndexOf('.');
  const ending = dot < 0 ? 'cpu' : app.slice(dot + 1);
  if (!Object.hasOwn(types, ending)) {
    throw invalidArgument(`pyroscopeIngesterAdapter failed to convert metadata: unknown profile type: ${ending}`);
  }
  const [name, sampleType, sampleUnit] = types[ending];
  return {
    app: dot < 0 ? app : app.slice(0, dot),
    name,
    sampleType,
    sampleUnit,
    isTime: name === 'process_cpu' || name === 'wall',
  };
}
