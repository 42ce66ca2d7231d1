package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The groups that were formed and what is held for them, read off parameters and finished timetable. */
final class FinishedGroups {
    /**
     * A group with students.
     *
     * @param members candidates who are in it
     * @param weekly  its weekly sessions
     * @param given   those of them that have a tutor
     * @param talks   how many talks it gets: with a teacher of a member's own, before, between and after the sessions
     */
    record Formed(GroupId id, List<Candidate> members, List<Meeting> weekly, List<Meeting> given, long talks) {
        long need() {
            return members.stream().mapToLong(Candidate::need).sum();
        }
    }

    private final SmallGroupsParameters parameters;
    private final Finished finished;
    private final OwnLessons lessons;
    private final List<Formed> groups = new ArrayList<>();

    FinishedGroups(Intervention<SmallGroupsParameters> intervention, Problem problem, Timetable timetable) {
        this.parameters = intervention.parameters();
        this.finished = new Finished(intervention, problem, timetable);
        this.lessons = new OwnLessons(problem);
        String prefix = intervention.id() + "/";
        for (GroupMembers group : timetable.groups()) {
            if (group.id().value().startsWith(prefix) && !group.members().isEmpty()) {
                groups.add(formed(
                        group.id(),
                        group.id().value().substring(prefix.length()).split("/", -1)[0]));
            }
        }
    }

    List<Formed> groups() {
        return groups;
    }

    /** Everything that is held for groups. */
    List<Meeting> withTutor() {
        return finished.meetings().stream()
                .filter(one -> !one.groupIds().isEmpty())
                .toList();
    }

    private Formed formed(GroupId id, String subject) {
        List<StudentId> in = finished.members(id);
        var members = parameters.candidates().stream()
                .filter(one -> in.contains(one.studentId())
                        && Words.idPart(one.subject()).equals(subject))
                .toList();
        var own = finished.meetings().stream()
                .filter(one -> one.groupIds().contains(id))
                .toList();
        var weekly =
                own.stream().filter(one -> one.kind().equals("small-group")).toList();
        var given = weekly.stream()
                .filter(one -> !Finished.staff(one, "tutor").isEmpty())
                .toList();
        long talks = own.stream()
                .filter(one -> one.kind().equals("talk") && isTalk(one, members, weekly))
                .count();
        return new Formed(id, members, weekly, given, talks);
    }

    private boolean isTalk(Meeting talk, List<Candidate> members, List<Meeting> weekly) {
        boolean knows = Finished.staff(talk).stream()
                .anyMatch(who -> members.stream().anyMatch(one -> {
                    var own = lessons.teachers(one.studentId(), one.subject());
                    return own.isEmpty() || own.contains(who);
                }));
        String phase = finished.parts(talk).getLast();
        return knows
                && weekly.stream().allMatch(one -> switch (phase) {
                    case "before" -> !first(talk).isAfter(first(one));
                    case "after" -> !last(talk).isBefore(last(one));
                    default -> true;
                });
    }

    private static java.time.LocalDateTime first(Meeting one) {
        return one.time().firstDate().atTime(one.start());
    }

    private static java.time.LocalDateTime last(Meeting one) {
        return one.time().date(one.weeks().last()).atTime(one.start());
    }

    boolean isTrained(StaffId who, Meeting meeting) {
        var first = meeting.time().firstDate();
        var last = meeting.time().date(Objects.requireNonNull(meeting.weeks().last()));
        return parameters.tutors().stream()
                .anyMatch(one -> one.staffId().equals(who) && one.isTrained(meeting.subject(), first, last));
    }
}
