/** Sign-in by password and by OpenID Connect, sessions, tokens and the first administrator. */
@NullMarked
package dk.grundskema.api.platform.signin;

import org.jspecify.annotations.NullMarked;
