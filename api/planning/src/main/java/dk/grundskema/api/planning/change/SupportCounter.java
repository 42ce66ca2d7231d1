package dk.grundskema.api.planning.change;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.PlanDifference.DatedMeeting;
import dk.grundskema.solver.spi.RequiredSupport;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Counts what was held before the moment of a change and what is to come, from both timetables and the records of what was held. What began before the
 * moment counts as held unless a record says that it was not.
 */
final class SupportCounter {
    private final ChangePreview preview;
    private final List<DatedMeeting> past;
    private final List<DatedMeeting> coming;
    private final Set<List<Object>> cancelled = new HashSet<>();
    private final Map<StudentId, Set<GroupId>> newGroups;

    /** @param deliveries records of what was held; those of unknown meetings are ignored */
    SupportCounter(ChangePreview preview, List<Delivery> deliveries) {
        this.preview = preview;
        this.past = dates(preview.before().timetable(), this::isPast);
        this.coming = dates(preview.after().timetable(), one -> !isPast(one));
        Map<SessionId, SessionId> origins = new HashMap<>();
        Stream.of(preview.before().timetable(), preview.after().timetable())
                .flatMap(plan -> plan.meetings().stream())
                .forEach(one -> origins.put(one.sessionId(), origin(one)));
        deliveries.stream()
                .filter(one -> !one.held())
                .forEach(one ->
                        cancelled.add(List.of(origins.getOrDefault(one.sessionId(), one.sessionId()), one.date())));
        this.newGroups = newGroups();
    }

    private boolean isPast(DatedMeeting one) {
        return one.date().atTime(one.meeting().start()).isBefore(preview.now());
    }

    private static List<DatedMeeting> dates(Timetable timetable, Predicate<DatedMeeting> which) {
        return timetable.meetings().stream()
                .flatMap(one -> one.time().dates().stream().map(date -> new DatedMeeting(one, date)))
                .filter(which)
                .toList();
    }

    private static SessionId origin(Meeting meeting) {
        return meeting.origin();
    }

    /** Returns the groups that students are in from the moment on, and were not before. */
    private Map<StudentId, Set<GroupId>> newGroups() {
        Map<StudentId, Set<GroupId>> all = new LinkedHashMap<>();
        for (Group group : preview.changed().groups()) {
            Set<StudentId> known = new HashSet<>();
            preview.problem()
                    .group(group.id())
                    .ifPresent(was -> was.members().forEach(member -> known.add(member.studentId())));
            group.members().stream()
                    .map(GroupMember::studentId)
                    .filter(student -> !known.contains(student)
                            && preview.problem().group(group.id()).isPresent())
                    .forEach(student -> all.computeIfAbsent(student, any -> new LinkedHashSet<>())
                            .add(group.id()));
        }
        return all;
    }

    /** Returns the support that the change touches, in the problem's order, then that of students who join or change groups. */
    List<SupportProgress> count() {
        var all = new ArrayList<SupportProgress>();
        preview.support()
                .forEach((intervention, some) -> some.stream()
                        .filter(one -> isTouched(intervention, one))
                        .forEach(one -> all.add(progress(intervention, one))));
        newGroups.forEach((student, groups) -> preview.support()
                .forEach((intervention, some) -> some.stream()
                        .filter(one ->
                                isUnknown(student) || one.groups().stream().anyMatch(groups::contains))
                        .map(one -> ofStudent(intervention, one, student))
                        .filter(one -> one.toCome() > 0)
                        .forEach(all::add)));
        return all;
    }

    /** Whether a student is new at the school, so that all support is new. */
    private boolean isUnknown(StudentId student) {
        return preview.problem().students().stream().noneMatch(one -> one.id().equals(student));
    }

    private boolean isTouched(InterventionId intervention, RequiredSupport required) {
        boolean isChanged = !find(preview.problem(), intervention).equals(find(preview.changed(), intervention));
        boolean isJoined = newGroups.values().stream()
                .anyMatch(groups -> required.groups().stream().anyMatch(groups::contains));
        return isChanged
                || isJoined
                || preview.after().difference().dates().stream()
                        .flatMap(one -> Stream.concat(Stream.ofNullable(one.before()), Stream.ofNullable(one.after())))
                        .anyMatch(one -> isOf(one, intervention, required) && isInItsWeeks(one, required));
    }

    /** The same participants may need another number in a full week of another period. */
    private static boolean isInItsWeeks(DatedMeeting one, RequiredSupport required) {
        return !required.isWeekly() || required.weeks().contains(IsoWeek.of(one.date()));
    }

    private static Optional<Object> find(Problem problem, InterventionId id) {
        return problem.interventions().stream()
                .filter(one -> one.id().equals(id))
                .<Object>map(one -> one)
                .findFirst();
    }

    private static boolean isOf(DatedMeeting one, InterventionId intervention, RequiredSupport required) {
        Meeting meeting = one.meeting();
        return meeting.interventionId().equals(intervention)
                && meeting.kind().equals(required.kind())
                && required.groups().equals(Set.copyOf(meeting.groupIds()))
                && (required.lessonMinutes() > 0 || required.students().equals(Set.copyOf(meeting.studentIds())));
    }

    private SupportProgress progress(InterventionId intervention, RequiredSupport required) {
        List<DatedMeeting> ofPast = supported(past, intervention, required);
        List<DatedMeeting> ofComing = supported(coming, intervention, required);
        Set<IsoWeek> weeks = weeks(ofPast);
        weeks.removeAll(weeks(ofComing));
        boolean isNew = ofPast.isEmpty()
                && preview.before().timetable().meetings().stream()
                        .noneMatch(one -> isOf(new DatedMeeting(one, one.time().firstDate()), intervention, required));
        return new SupportProgress(
                intervention,
                required,
                null,
                isNew,
                amount(ofPast, required, false),
                amount(ofPast, required, true) + amount(ofComing, required, true),
                amount(ofComing, required, false),
                weeks.size());
    }

    /** Returns the weeks in which something is not cancelled. */
    private Set<IsoWeek> weeks(List<DatedMeeting> some) {
        var weeks = new TreeSet<IsoWeek>();
        some.stream().filter(one -> !isCancelled(one)).forEach(one -> weeks.add(IsoWeek.of(one.date())));
        return weeks;
    }

    private SupportProgress ofStudent(InterventionId intervention, RequiredSupport required, StudentId student) {
        List<DatedMeeting> own = supported(coming, intervention, required).stream()
                .filter(one -> takesPart(student, one))
                .toList();
        return new SupportProgress(intervention, required, student, true, 0, 0, amount(own, required, false), 0);
    }

    private boolean takesPart(StudentId student, DatedMeeting one) {
        IsoWeek week = IsoWeek.of(one.date());
        return one.meeting().studentIds().contains(student)
                || Stream.concat(
                                preview.changed().groups().stream()
                                        .filter(group ->
                                                one.meeting().groupIds().contains(group.id()))
                                        .flatMap(group -> group.members().stream()),
                                preview.after().timetable().groups().stream()
                                        .filter(group ->
                                                one.meeting().groupIds().contains(group.id()))
                                        .flatMap(group -> group.members().stream()))
                        .anyMatch(member -> member.studentId().equals(student)
                                && (member.weeks().isEmpty() || member.weeks().contains(week)));
    }

    /** Returns the dates on which somebody gives the support. */
    private static List<DatedMeeting> supported(
            List<DatedMeeting> dates, InterventionId intervention, RequiredSupport required) {
        return dates.stream()
                .filter(one -> isOf(one, intervention, required) && isInItsWeeks(one, required))
                .filter(one -> one.meeting().seats().stream()
                        .anyMatch(seat -> seat.staffId() != null
                                && (required.role().isEmpty() || seat.role().equals(required.role()))))
                .toList();
    }

    private double amount(List<DatedMeeting> dates, RequiredSupport required, boolean isCancelled) {
        return dates.stream()
                .filter(one -> isCancelled(one) == isCancelled)
                .mapToDouble(one ->
                        required.lessonMinutes() == 0 ? 1 : (double) minutes(one.meeting()) / required.lessonMinutes())
                .sum();
    }

    private static long minutes(Meeting meeting) {
        return Duration.between(meeting.start(), meeting.end()).toMinutes();
    }

    private boolean isCancelled(DatedMeeting one) {
        LocalDate date = one.date();
        return cancelled.contains(List.of(origin(one.meeting()), date));
    }
}
