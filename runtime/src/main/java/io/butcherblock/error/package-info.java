/** The one kind of failure that the user can fix: told in one sentence, with remedies as data. */
package io.butcherblock.error;
