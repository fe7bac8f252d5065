/** What the targets need of the readers of run folders that is no other package's business. */
package io.butcherblock.run;
