package dk.grundskema.api.planning.comparison;

import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.GroupChange;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.SessionChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats the changes between two timetables: groups and meetings, each kind of change under a heading with its count. */
public final class TimetableChangeFormatter {
    private final Texts texts;
    private final PlanNameResolver names;

    /**
     * @param texts texts with the names of the new plan, including the planning texts
     * @param names the same names
     */
    public TimetableChangeFormatter(Texts texts, PlanNameResolver names) {
        this.texts = texts;
        this.names = names;
    }

    /**
     * Changes of one kind.
     *
     * @param kind    which kind: {@code groups}, {@code new-groups}, {@code gone-groups}, {@code moved}, {@code people}, {@code room}, {@code new}
     *     or {@code gone}
     * @param count   how many
     * @param heading the kind and the count in words
     * @param changes each change in words, as many as {@code count} says
     */
    public record ChangeCategory(String kind, int count, String heading, List<String> changes) {
        /** Copies the list. */
        public ChangeCategory {
            changes = List.copyOf(changes);
        }
    }

    /** Returns the kinds that have changes; a meeting with several changes is in several kinds. */
    public List<ChangeCategory> describe(ChangeSet changes) {
        var kinds = new ArrayList<ChangeCategory>();
        addCategory(kinds, "groups", groupChanges(changes, GroupChange.Kind.OTHER_MEMBERS), this::describeMembers);
        addCategory(
                kinds, "new-groups", groupChanges(changes, GroupChange.Kind.NEW), one -> names.nameOf(one.groupId()));
        addCategory(
                kinds, "gone-groups", groupChanges(changes, GroupChange.Kind.GONE), one -> names.nameOf(one.groupId()));
        addCategory(kinds, "moved", sessionChanges(changes, SessionChange::isMoved), this::describeMove);
        addCategory(
                kinds,
                "people",
                sessionChanges(changes, TimetableChangeFormatter::hasOtherPeople),
                this::describePeople);
        addCategory(kinds, "room", sessionChanges(changes, SessionChange::isInOtherRoom), this::describeRoom);
        addCategory(
                kinds,
                "new",
                sessionChanges(changes, one -> one.before() == null),
                one -> titleWithTime(one.meeting()));
        addCategory(
                kinds,
                "gone",
                sessionChanges(changes, one -> one.after() == null),
                one -> titleWithTime(one.meeting()));
        return List.copyOf(kinds);
    }

    private static List<GroupChange> groupChanges(ChangeSet changes, GroupChange.Kind kind) {
        return changes.groups().stream().filter(one -> one.kind() == kind).toList();
    }

    private static List<SessionChange> sessionChanges(ChangeSet changes, Predicate<SessionChange> which) {
        return changes.sessions().stream().filter(which).toList();
    }

    /** Returns whether the staff changed. */
    private static boolean hasOtherPeople(SessionChange one) {
        return one.before() != null
                && one.after() != null
                && !(one.staffJoining().isEmpty() && one.staffLeaving().isEmpty());
    }

    private <T> void addCategory(List<ChangeCategory> kinds, String kind, List<T> some, Function<T, String> words) {
        if (!some.isEmpty()) {
            kinds.add(new ChangeCategory(
                    kind,
                    some.size(),
                    texts.text("changes." + kind, some.size()),
                    some.stream().map(words).toList()));
        }
    }

    private String describeMembers(GroupChange one) {
        return texts.text("changes.of", names.nameOf(one.groupId()), joinersAndLeavers(one.joining(), one.leaving()));
    }

    private String joinersAndLeavers(Collection<?> in, Collection<?> out) {
        return Stream.of(
                        in.isEmpty() ? "" : texts.text("changes.joining", in),
                        out.isEmpty() ? "" : texts.text("changes.leaving", out))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String describeMove(SessionChange one) {
        Meeting after = Objects.requireNonNull(one.after());
        return texts.text(
                "changes.to",
                titleWithTime(Objects.requireNonNull(one.before())),
                dateOrWeekday(after.time()),
                after.start(),
                after.end());
    }

    private String describePeople(SessionChange one) {
        return texts.text(
                "changes.of", titleWithTime(one.meeting()), joinersAndLeavers(one.staffJoining(), one.staffLeaving()));
    }

    private String describeRoom(SessionChange one) {
        Meeting after = one.meeting();
        Object where = after.roomId() == null ? texts.text("changes.no-room") : after.roomId();
        return texts.text("changes.of", titleWithTime(after), texts.text("changes.in", where));
    }

    private String titleWithTime(Meeting meeting) {
        return texts.text(
                "changes.when",
                names.titleWithGroups(meeting),
                meeting.originId() == null ? dateOrWeekday(meeting.time()) : dates(meeting.time()),
                meeting.start());
    }

    /** Returns the dates of a part of a series. */
    private Object dates(MeetingTime time) {
        List<LocalDate> dates = time.dates();
        return dates.size() == 1
                ? dates.getFirst()
                : texts.text("changes.dates", dates.size(), dates.getFirst(), dates.getLast());
    }

    private static Object dateOrWeekday(MeetingTime time) {
        return time.weeks().size() == 1 ? time.firstDate() : time.weekday();
    }
}
