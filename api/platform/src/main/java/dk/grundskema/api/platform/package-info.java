/**
 * What the service stands on and what reaches no plan: HTTP, protection against traffic, access, the frame of pages, accounts, sign-in, backups, and
 * the server itself. Packages depend on each other in one direction; the architecture tests hold that.
 */
@NullMarked
package dk.grundskema.api.platform;

import org.jspecify.annotations.NullMarked;
