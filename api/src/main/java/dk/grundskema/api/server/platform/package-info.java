/**
 * What every room of the service stands on: JSON bodies that are records, refusals with findings, languages, ids, texts. Knows nothing of
 * plans or people.
 */
@NullMarked
package dk.grundskema.api.server.platform;

import org.jspecify.annotations.NullMarked;
