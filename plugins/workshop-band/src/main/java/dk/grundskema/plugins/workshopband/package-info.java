/** Workshop bands: workshops across classes, which students choose with a punch card. */
@NullMarked
package dk.grundskema.plugins.workshopband;

import org.jspecify.annotations.NullMarked;
