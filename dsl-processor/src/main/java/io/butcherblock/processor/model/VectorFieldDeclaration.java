package io.butcherblock.processor.model;

import java.util.List;

/**
 * A declared vector field G.
 *
 * @param layers the names of the constants of {@code Layer}, first to last
 */
public record VectorFieldDeclaration(DeclaredType type, List<String> layers) {

  public VectorFieldDeclaration {
    layers = List.copyOf(layers);
  }
}
