/** The annotation processor: parse, verify, lower, emit, in that order, and the one reporter. */
package io.butcherblock.processor;
