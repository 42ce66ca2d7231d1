/** Pages that nobody signs in for. */
@NullMarked
package dk.grundskema.api.web;

import org.jspecify.annotations.NullMarked;
