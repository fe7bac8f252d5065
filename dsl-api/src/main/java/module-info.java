/** The language: annotations that declare schemes, vector fields and networks. */
module io.butcherblock.dsl {
  exports io.butcherblock.dsl;
  exports io.butcherblock.program;
}
