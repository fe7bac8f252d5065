/**
 * The program: how a line of arguments becomes a command that is run, and what is told of failures.
 * Nothing imports this package.
 */
package io.butcherblock.cli;
