package io.butcherblock.processor.model;

/**
 * A class that is to be found by its name.
 *
 * @param service the full name of the service that it provides
 * @param commandName its name on the command line
 * @param declaredBy the canonical name of the annotated type, or its own
 * @param provider its own full name
 */
public record Registration(
    String service, String commandName, String declaredBy, String provider) {}
