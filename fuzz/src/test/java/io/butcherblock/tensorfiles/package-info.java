/** What the targets need of the readers of pickles that is no other package's business. */
package io.butcherblock.tensorfiles;
