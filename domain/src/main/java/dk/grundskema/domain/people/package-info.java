/** Staff members, students, their schools and their groups. Uses {@code finding}, {@code time}, {@code place}. */
@NullMarked
package dk.grundskema.domain.people;

import org.jspecify.annotations.NullMarked;
