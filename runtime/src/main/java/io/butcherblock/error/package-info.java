/** The one kind of failure that a caller can mend: told in one sentence, with remedies as data. */
package io.butcherblock.error;
