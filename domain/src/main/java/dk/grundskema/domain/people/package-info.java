/**
 * Staff, students, the schools they come from and the groups they form. Uses {@code finding}, {@code time}, {@code place}.
 */
@NullMarked
package dk.grundskema.domain.people;

import org.jspecify.annotations.NullMarked;
