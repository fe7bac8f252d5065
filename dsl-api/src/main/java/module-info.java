/** The language: annotations that declare schemes, vector fields and networks. */
@SuppressWarnings("module") // The modules named below are compiled later.
module io.butcherblock.dsl {
  exports io.butcherblock.dsl;
  exports io.butcherblock.program;
  exports io.butcherblock.names to
      io.butcherblock.cli,
      io.butcherblock.experiments,
      io.butcherblock.processor,
      io.butcherblock.report,
      io.butcherblock.runtime;
}
