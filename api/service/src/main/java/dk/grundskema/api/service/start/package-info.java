/** The service as an application of the platform. */
@NullMarked
package dk.grundskema.api.service.start;

import org.jspecify.annotations.NullMarked;
