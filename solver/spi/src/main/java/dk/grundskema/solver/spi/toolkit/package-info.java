/**
 * Helpers that at least two plugins use: texts in the problem's language, findings about parameters, usable time, weeks, clashes with lessons, and
 * reading a finished timetable. Depends only on the domain and the plugin contract. The contract does not depend on it, and plugins are free not to
 * use it.
 */
@NullMarked
package dk.grundskema.solver.spi.toolkit;

import org.jspecify.annotations.NullMarked;
