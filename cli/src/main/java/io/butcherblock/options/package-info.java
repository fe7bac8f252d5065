/**
 * Options and parameters of commands: groups that several commands share, how their values are
 * read, what is said of a wrong one, and which outputs may be replaced.
 */
package io.butcherblock.options;
