@NullMarked
package dk.grundskema.api.server.notices;

import org.jspecify.annotations.NullMarked;
