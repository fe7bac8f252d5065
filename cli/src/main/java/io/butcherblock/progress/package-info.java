/** How far a command is: a bar on a terminal, lines elsewhere. */
package io.butcherblock.progress;
