package dk.grundskema.api.comparison;

import dk.grundskema.api.house.Names;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.GroupChange;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.SessionChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a timetable changes of an earlier one, in words: which groups, which meetings, each kind under a heading with its count. */
public final class ChangeWords {
    private final Texts texts;
    private final Names names;

    /**
     * @param texts texts with the names of the new plan; the house's own are among them
     * @param names the same names
     */
    public ChangeWords(Texts texts, Names names) {
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
    public record Kind(String kind, int count, String heading, List<String> changes) {
        /** Copies the list. */
        public Kind {
            changes = List.copyOf(changes);
        }
    }

    /** All kinds of which there are changes; a meeting that changed in several ways is in several. */
    public List<Kind> of(ChangeSet changes) {
        var kinds = new ArrayList<Kind>();
        add(kinds, "groups", groups(changes, GroupChange.Kind.OTHER_MEMBERS), this::members);
        add(kinds, "new-groups", groups(changes, GroupChange.Kind.NEW), one -> names.of(one.groupId()));
        add(kinds, "gone-groups", groups(changes, GroupChange.Kind.GONE), one -> names.of(one.groupId()));
        add(kinds, "moved", sessions(changes, SessionChange::isMoved), this::moved);
        add(kinds, "people", sessions(changes, ChangeWords::hasOtherPeople), this::people);
        add(kinds, "room", sessions(changes, SessionChange::isInOtherRoom), this::room);
        add(kinds, "new", sessions(changes, one -> one.before() == null), one -> when(one.meeting()));
        add(kinds, "gone", sessions(changes, one -> one.after() == null), one -> when(one.meeting()));
        return List.copyOf(kinds);
    }

    private static List<GroupChange> groups(ChangeSet changes, GroupChange.Kind kind) {
        return changes.groups().stream().filter(one -> one.kind() == kind).toList();
    }

    private static List<SessionChange> sessions(ChangeSet changes, Predicate<SessionChange> which) {
        return changes.sessions().stream().filter(which).toList();
    }

    /** Whether it was and is held by others. */
    private static boolean hasOtherPeople(SessionChange one) {
        return one.before() != null
                && one.after() != null
                && !(one.coming().isEmpty() && one.leaving().isEmpty());
    }

    private <T> void add(List<Kind> kinds, String kind, List<T> some, Function<T, String> words) {
        if (!some.isEmpty()) {
            kinds.add(new Kind(
                    kind,
                    some.size(),
                    texts.text("changes." + kind, some.size()),
                    some.stream().map(words).toList()));
        }
    }

    private String members(GroupChange one) {
        return texts.text("changes.of", names.of(one.groupId()), inAndOut(one.joining(), one.leaving()));
    }

    private String inAndOut(Collection<?> in, Collection<?> out) {
        return Stream.of(
                        in.isEmpty() ? "" : texts.text("changes.joining", in),
                        out.isEmpty() ? "" : texts.text("changes.leaving", out))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String moved(SessionChange one) {
        Meeting after = Objects.requireNonNull(one.after());
        return texts.text(
                "changes.to",
                when(Objects.requireNonNull(one.before())),
                day(after.time()),
                after.start(),
                after.end());
    }

    private String people(SessionChange one) {
        return texts.text("changes.of", when(one.meeting()), inAndOut(one.coming(), one.leaving()));
    }

    private String room(SessionChange one) {
        Meeting after = one.meeting();
        Object where = after.roomId() == null ? texts.text("changes.no-room") : after.roomId();
        return texts.text("changes.of", when(after), texts.text("changes.in", where));
    }

    private String when(Meeting meeting) {
        return texts.text("changes.when", names.titled(meeting), day(meeting.time()), meeting.start());
    }

    private static Object day(MeetingTime time) {
        return time.weeks().size() == 1 ? time.firstDate() : time.weekday();
    }
}
