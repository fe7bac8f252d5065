/** The command line: one class a command. Nothing imports this package. */
package io.butcherblock.cli;
