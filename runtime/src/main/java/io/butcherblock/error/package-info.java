/** The one kind of failure that a person can mend: bad input, told in one sentence. */
package io.butcherblock.error;
