/** Programs that others wrote follow a feed while it is published anew. What they show is held against what is published. */
@NullMarked
package dk.grundskema.api.service.subscribe.clients;

import org.jspecify.annotations.NullMarked;
