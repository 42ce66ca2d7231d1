package dk.grundskema.domain.demand;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;

/**
 * What a session does for somebody else: while its first seat is filled and it lasts over the whole lesson, another member of
 * staff is not busy with a lesson of the existing timetable in one week, and that lesson is no work of that person's.
 *
 * @param staff  who is freed
 * @param lesson from which lesson
 * @param week   in which week
 */
public record Relief(StaffId staff, LessonId lesson, IsoWeek week) {}
