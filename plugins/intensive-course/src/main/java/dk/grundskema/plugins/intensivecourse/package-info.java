/** Plugin for intensive courses outside ordinary teaching, with mentors afterwards and a handover to the school. */
@NullMarked
package dk.grundskema.plugins.intensivecourse;

import org.jspecify.annotations.NullMarked;
