package io.butcherblock.processor.model;

/**
 * A class by its name; it need not exist yet.
 *
 * @param packageName empty for the unnamed package
 * @param simpleName the simple name; of a nested class the names of the classes around it before
 *     it, joined by dots
 */
public record ClassReference(String packageName, String simpleName) {}
