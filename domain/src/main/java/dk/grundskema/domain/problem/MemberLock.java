package dk.grundskema.domain.problem;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;

/**
 * Which group a student is to join, fixed by the planner. A student who is to join several sorts of groups may have one for each.
 *
 * @param studentId who
 * @param groupId   which group, given or to be formed
 */
public record MemberLock(StudentId studentId, GroupId groupId) {}
