/** The commands, one class each, and the work of each; only the program imports this package. */
package io.butcherblock.commands;
