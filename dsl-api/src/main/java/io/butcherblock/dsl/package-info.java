/** The language: annotations on which schemes, vector fields and networks are declared. */
package io.butcherblock.dsl;
