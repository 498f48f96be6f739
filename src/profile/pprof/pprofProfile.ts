/** Index into `PprofProfile.strings`. */
export type StringIndex = number;

/** What a value of a sample is: ["cpu", "nanoseconds"]. */
export interface PprofValueType {
  readonly type: string;
  readonly unit: string;
}

/**
 * A `google.v1.Profile`, the pprof format (google/pprof proto/profile.proto), in columns. Ids of the format, which may
 * be any 64-bit numbers, are replaced by positions. Plain data.
 *
 * Where the format has lists in lists, a column `xStart` of one entry more than there are rows says where each row's
 * part of the inner list begins: row `i` owns [xStart[i], xStart[i + 1]).
 */
export interface PprofProfile {
  readonly sampleTypes: readonly PprofValueType[];
  /** Type of the sample type to show first; '' means the last one. */
  readonly defaultSampleType: string;
  readonly samples: PprofSamples;
  readonly locations: PprofLocations;
  readonly functions: PprofFunctions;
  readonly mappings: readonly PprofMapping[];
  readonly strings: readonly string[];
  /** When the profile was taken, in nanoseconds since the Unix epoch, 0 where unknown. More than a double can hold. */
  readonly timeNanos: bigint;
  /** 0 where unknown. */
  readonly durationNanos: number;
  readonly periodType: PprofValueType;
  /** Events between two samples, in `periodType.unit`, 0 where unknown. */
  readonly period: number;
  readonly comments: readonly string[];
  /** Regular expressions of the functions that tools drop, or keep all the same. '' for none. */
  readonly dropFrames: string;
  readonly keepFrames: string;
}

export interface PprofSamples {
  readonly length: number;
  readonly locationStart: Uint32Array;
  /** Locations of each sample's stack, the innermost first. */
  readonly location: Uint32Array;
  /** Sample type `t` of sample `i` is at [i * sampleTypes.length + t]. */
  readonly values: Float64Array;
  readonly labelStart: Uint32Array;
  readonly labels: PprofLabels;
}

/** A label is text (`str`), or a number (`num`) with a unit. */
export interface PprofLabels {
  readonly length: number;
  /** StringIndex each. */
  readonly key: Uint32Array;
  readonly str: Uint32Array;
  readonly numUnit: Uint32Array;
  readonly num: Float64Array;
}

export interface PprofLocations {
  readonly length: number;
  /** Address of the instruction, its low and high 32 bits: an address can be more than a double can hold. */
  readonly addressLow: Uint32Array;
  readonly addressHigh: Uint32Array;
  /** Position in `mappings`, -1 for none. */
  readonly mapping: Int32Array;
  readonly isFolded: Uint8Array;
  readonly lineStart: Uint32Array;
  readonly lines: {
    readonly length: number;
    /** Position in `functions`. The innermost inlined function of a location comes first, its caller next. */
    readonly func: Uint32Array;
    /** Line in the function's file, 1-based, 0 where unknown. */
    readonly line: Float64Array;
  };
}

export interface PprofFunctions {
  readonly length: number;
  /** StringIndex each. */
  readonly name: Uint32Array;
  readonly systemName: Uint32Array;
  readonly file: Uint32Array;
  /** 1-based, 0 where unknown. */
  readonly startLine: Float64Array;
}

export interface PprofMapping {
  readonly memoryStart: bigint;
  readonly memoryLimit: bigint;
  readonly fileOffset: bigint;
  readonly filename: string;
  readonly buildId: string;
  readonly hasFunctions: boolean;
  readonly hasFilenames: boolean;
  readonly hasLineNumbers: boolean;
  readonly hasInlineFrames: boolean;
}
