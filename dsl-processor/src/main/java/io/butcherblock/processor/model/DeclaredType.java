package io.butcherblock.processor.model;

/**
 * The annotated type that declares something.
 *
 * @param packageName empty for the unnamed package
 * @param simpleName the simple name; of a nested type the names of the types around it before it,
 *     joined by underscores
 * @param qualifiedName the canonical name
 * @param commandName the name on the command line
 * @param description the first paragraph of its documentation comment; may be empty
 * @param hidesJavaLang whether its package has a type of the name of one in {@code java.lang} that
 *     generated code uses
 */
public record DeclaredType(
    String packageName,
    String simpleName,
    String qualifiedName,
    String commandName,
    String description,
    boolean hidesJavaLang) {}
