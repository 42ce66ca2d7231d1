/**
 * A plugin as somebody outside would write it: a weekly study café whose time, room and tutor are found by the solver. It
 * imports the domain and the contract for plugins, nothing else.
 */
@NullMarked
package dk.grundskema.examples.studycafe;

import org.jspecify.annotations.NullMarked;
