/** External calendar programs subscribe to a feed over several publications. Tests compare the displayed events with the published ones. */
@NullMarked
package dk.grundskema.api.service.subscribe.clients;

import org.jspecify.annotations.NullMarked;
