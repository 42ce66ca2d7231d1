/** Pages as browsers get them. */
@NullMarked
package dk.grundskema.api.server.pages;

import org.jspecify.annotations.NullMarked;
