package io.butcherblock.nn;

/**
 * A declared network. The compiler generates one for each type annotated with {@code @OdeNetwork}
 * and registers it for {@link java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface OdeNetworkDeclaration {

  /** The network's scheme, vector field and size. Needs no native library. */
  NetworkSpec spec();
}
