/** Organisations, accounts, grants, credentials and passwords. */
@NullMarked
package dk.grundskema.api.service.account;

import org.jspecify.annotations.NullMarked;
