package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;

/**
 * A declared network.
 *
 * @param scheme the class that makes the scheme runnable
 * @param vectorField the factory of its vector field
 * @param stepSize the step size h
 * @param coefficients the name of the constant of {@code Coefficients}
 * @param sharing the name of the constant of {@code WeightSharing}
 */
public record NetworkDeclaration(
    DeclaredType type,
    ClassReference scheme,
    ClassReference vectorField,
    int blocks,
    int channels,
    Exact stepSize,
    String coefficients,
    String sharing,
    String source) {}
