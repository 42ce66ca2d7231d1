/** The pages that people sign in for: what they ask of the other rooms, drawn by {@code api.web.app}. Nothing is decided here. */
@NullMarked
package dk.grundskema.api.server.pages;

import org.jspecify.annotations.NullMarked;
