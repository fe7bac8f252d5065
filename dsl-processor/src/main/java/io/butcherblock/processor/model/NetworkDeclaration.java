package io.butcherblock.processor.model;

/**
 * A declared network.
 *
 * @param scheme the class that makes the scheme runnable
 * @param derivative the factory of its derivative
 * @param step the step size h
 * @param coefficients the name of the constant of {@code Coefficients}
 * @param derivatives the name of the constant of {@code Derivatives}
 */
public record NetworkDeclaration(
    DeclaredType type,
    ClassReference scheme,
    ClassReference derivative,
    int blocks,
    int channels,
    Exact step,
    String coefficients,
    String derivatives,
    String source) {

  /** A class by its name, which may not exist yet. */
  public record ClassReference(String packageName, String simpleName) {}
}
