package dk.grundskema.plugins.camp;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;

/**
 * A contact person who is given.
 *
 * @param student the student
 * @param staff   staff member who holds all conversations with the student
 */
public record Contact(StudentId student, StaffId staff) {}
