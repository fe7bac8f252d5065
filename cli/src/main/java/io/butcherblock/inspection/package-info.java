/**
 * What {@code inspect} and lists tell: of schemes, of networks, and of what training made of them.
 */
package io.butcherblock.inspection;
