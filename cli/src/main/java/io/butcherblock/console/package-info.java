/** Standard output and standard error of a command, and the signals that stop it. */
package io.butcherblock.console;
