/** The language: annotations that declare schemes, vector fields and networks. */
@SuppressWarnings("module") // The modules that names are exported to are compiled later.
module io.butcherblock.dsl {
  exports io.butcherblock.dsl;
  exports io.butcherblock.program;
  exports io.butcherblock.names to
      io.butcherblock.runtime,
      io.butcherblock.cli;
}
