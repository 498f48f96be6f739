declare const brand: unique symbol;

/** A `T` that only its own named constructor makes, so that two kinds of `T` cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
