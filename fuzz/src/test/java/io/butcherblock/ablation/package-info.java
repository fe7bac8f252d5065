/** What the targets need of the readers of an ablation that is no other package's business. */
package io.butcherblock.ablation;
