/**
 * State of calendar feeds over publications: which event keeps its id, what changed and when. This package has no dependency on database or web
 * server.
 */
@NullMarked
package dk.grundskema.api.exports.feed;

import org.jspecify.annotations.NullMarked;
