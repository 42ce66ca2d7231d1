/**
 * Helpers that most plugins need: texts in the problem's language, findings about parameters, usable time, weeks, clashes with lessons, and reading
 * a finished timetable. Depends only on the domain and the plugin contract. The contract does not depend on it, and plugins are free not to use it.
 *
 * <p>More than 40 files, because each tool is a small class of its own that a plugin takes or leaves.
 */
@NullMarked
package dk.grundskema.solver.spi.toolkit;

import org.jspecify.annotations.NullMarked;
