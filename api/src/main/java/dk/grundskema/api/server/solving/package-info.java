/**
 * Solves as jobs: asked for over REST, kept in the database, run by whichever process is free, gone on with by another when one dies. Whoever
 * waits is told how they stand.
 */
@NullMarked
package dk.grundskema.api.server.solving;

import org.jspecify.annotations.NullMarked;
