/** Organisations, accounts, grants, credentials and passwords. */
@NullMarked
package dk.grundskema.api.platform.account;

import org.jspecify.annotations.NullMarked;
