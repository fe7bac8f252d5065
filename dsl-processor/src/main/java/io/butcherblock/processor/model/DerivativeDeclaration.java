package io.butcherblock.processor.model;

import java.util.List;

/**
 * A declared derivative G.
 *
 * @param layers the names of the constants of {@code Layer}, first to last
 */
public record DerivativeDeclaration(DeclaredType type, List<String> layers) {

  public DerivativeDeclaration {
    layers = List.copyOf(layers);
  }
}
