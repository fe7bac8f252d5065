/**
 * The annotation processors: parse, verify, lower, emit, in that order, for each type; then the
 * registry of what was generated; and the one reporter.
 */
package io.butcherblock.processor;
