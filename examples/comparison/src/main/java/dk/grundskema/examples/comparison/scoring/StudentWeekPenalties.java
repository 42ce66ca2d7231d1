package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Penalties for the members' weeks: conflicts with lessons and absences, too much support on a day or in a week. */
final class StudentWeekPenalties {
    private final GroupsPlan plan;
    private final ZoneId zone;
    private final Map<StudentId, List<Meeting>> sessions = new HashMap<>();
    private final Map<StudentId, List<Lesson>> lessons = new HashMap<>();

    StudentWeekPenalties(GroupsPlan plan) {
        this.plan = plan;
        this.zone = plan.problem().horizon().zone();
        for (FormedGroup group : plan.groups()) {
            for (Student student : group.students()) {
                sessions.computeIfAbsent(student.id(), any -> new ArrayList<>()).addAll(group.meetings());
                lessons.put(student.id(), plan.lessonsOf(student.id()));
            }
        }
    }

    /** Returns the minutes for which a member is at two sessions, or at a session and a lesson. */
    long inTwoPlaces() {
        long minutes = 0;
        for (var own : sessions.entrySet()) {
            for (int i = 0; i < own.getValue().size(); i++) {
                Meeting one = own.getValue().get(i);
                for (int j = 0; j < i; j++) {
                    minutes += overlap(one.time(), own.getValue().get(j).time());
                }
                for (Lesson lesson : lessons.getOrDefault(own.getKey(), List.of())) {
                    minutes += overlap(one.time(), lesson.time());
                }
            }
        }
        return minutes;
    }

    private long overlap(MeetingTime one, MeetingTime other) {
        long minutes = 0;
        if (one.weekday() == other.weekday()) {
            for (IsoWeek week : one.weeks()) {
                if (other.weeks().contains(week)) {
                    minutes += one.interval(week, zone).overlapMinutes(other.interval(week, zone));
                }
            }
        }
        return minutes;
    }

    /** Returns the minutes of sessions while a member is unavailable. */
    long unavailable() {
        long minutes = 0;
        for (Student student : plan.problem().students()) {
            List<Interval> never =
                    student.availability().unavailableIntervals(plan.problem().horizon());
            for (Meeting meeting : sessions.getOrDefault(student.id(), List.of())) {
                for (Interval when : meeting.time().intervals(zone)) {
                    minutes += never.stream().mapToLong(when::overlapMinutes).sum();
                }
            }
        }
        return minutes;
    }

    long beyondDailyLimit() {
        int most = plan.problem().support().minutesPerDay();
        long minutes = 0;
        for (List<Meeting> own : sessions.values()) {
            Map<LocalDate, Long> days = new TreeMap<>();
            for (Meeting meeting : own) {
                for (IsoWeek week : meeting.weeks()) {
                    days.merge(
                            meeting.time().date(week),
                            meeting.time().interval(week, zone).minutes(),
                            Long::sum);
                }
            }
            minutes += minutesBeyond(days, most);
        }
        return minutes;
    }

    long beyondWeeklyLimit() {
        int most = plan.problem().support().minutesPerWeek();
        long minutes = 0;
        for (List<Meeting> own : sessions.values()) {
            Map<IsoWeek, Long> weeks = new TreeMap<>();
            for (Meeting meeting : own) {
                for (IsoWeek week : meeting.weeks()) {
                    weeks.merge(week, meeting.time().interval(week, zone).minutes(), Long::sum);
                }
            }
            minutes += minutesBeyond(weeks, most);
        }
        return minutes;
    }

    private static long minutesBeyond(Map<?, Long> given, int most) {
        return given.values().stream()
                .mapToLong(minutes -> Math.max(0, minutes - most))
                .sum();
    }
}
