package io.butcherblock.processor.model;

/**
 * A declared vector field G(y) = f(y) + g(y).
 *
 * @param f the factory of the first summand
 * @param g the factory of the second summand
 */
public record SplitDeclaration(DeclaredType type, ClassReference f, ClassReference g) {}
