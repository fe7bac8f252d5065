/** The language: annotations on which schemes, derivatives and networks are declared. */
package io.butcherblock.dsl;
