/** What is published, and how people follow it. */
@NullMarked
package dk.grundskema.api.server.publishing;

import org.jspecify.annotations.NullMarked;
