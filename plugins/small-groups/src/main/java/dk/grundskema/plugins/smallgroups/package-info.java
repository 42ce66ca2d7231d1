/** Plugin for small groups: the students of each group, when and where it meets, and with which tutor. */
@NullMarked
package dk.grundskema.plugins.smallgroups;

import org.jspecify.annotations.NullMarked;
