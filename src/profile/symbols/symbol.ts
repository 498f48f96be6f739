/**
 * The parts of a function's name that people tell functions apart by. Profilers each write names in their own way; the
 * shape tells which: `net/http.(*conn).serve` (Go), `java/util/HashMap.put` (Java), `lib/app.py:run - 12` (Python),
 * `./node_modules/express/lib/router.js:handle:42` (Node.js), `System.Text.Json!System.Text.Json.Reader.Read` (.NET),
 * `tokio::runtime::park::Inner::park` (Rust, C++), `Rack::Builder#call` (Ruby).
 */
export interface FunctionSymbol {
  /** Package, module, namespace, gem or library; empty for a bare name such as `malloc`. */
  readonly package: string;
  /** The first parts of the package's path: what related packages have in common. */
  readonly family: string;
  /** The name without what only a machine needs, the path to an installed package. Absent: the name as it is. */
  readonly title?: string;
  /**
   * The name in fewer and fewer words: package path dropped, then type arguments and parameters, then the type. Worked
   * out when asked for: a box needs it only if it has room for a label, and a colour always.
   */
  readonly shortened: () => readonly string[];
}
