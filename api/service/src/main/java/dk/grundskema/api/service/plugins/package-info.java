/** The plugins of this installation, for administrators. */
@NullMarked
package dk.grundskema.api.service.plugins;

import org.jspecify.annotations.NullMarked;
