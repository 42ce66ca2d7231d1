/** A plan's sheets for walls and printers. */
@NullMarked
package dk.grundskema.api.web.app.print;

import org.jspecify.annotations.NullMarked;
