/** The pages on which plans are published and links handed out. */
@NullMarked
package dk.grundskema.api.server.pages.publishing;

import org.jspecify.annotations.NullMarked;
