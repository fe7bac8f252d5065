/** A page on this machine that enlarges the photographs dropped on it. */
module io.butcherblock.serve {
  requires transitive io.butcherblock.runtime;
  requires com.fasterxml.jackson.databind;
  requires jdk.httpserver;

  exports io.butcherblock.serve;
}
