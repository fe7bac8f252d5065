package io.butcherblock.processor.lower;

import io.butcherblock.processor.model.Exact;

/**
 * A trained coefficient of a block program.
 *
 * @param name the parameter's name: {@code scale3}
 * @param meaning what it is in the scheme: {@code a31}
 * @param value its initial value
 */
public record Coefficient(String name, String meaning, Exact value) {}
