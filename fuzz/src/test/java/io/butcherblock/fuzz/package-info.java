/**
 * Whatever reads texts and files of others, given damaged ones: by the tests for some seconds, by
 * Jazzer for hours. See {@code docs/fuzzing.md}.
 */
package io.butcherblock.fuzz;
