/**
 * Who may do what: organisations, accounts, roles, tokens, sign-in, audit. Every operation of the service says what it needs ({@link
 * dk.grundskema.api.server.identity.Needs}); one that doesn't stops the start.
 */
@NullMarked
package dk.grundskema.api.server.identity;

import org.jspecify.annotations.NullMarked;
