/** Names that a person typed, and those that were meant. */
package io.butcherblock.names;
