/** Pages of those who sign in: drawn on the server, one style and a few small scripts beside them; no web server is known here. */
@NullMarked
package dk.grundskema.api.web.app;

import org.jspecify.annotations.NullMarked;
