package dk.grundskema.api.cli;

import dk.grundskema.api.house.Names;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.GroupChange;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.SessionChange;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a plan that continues an earlier one changes of it: which groups, which meetings, each kind with its count and its first few. */
final class ComparisonView {
    private static final int SHOWN = 5;

    private final Screen screen;
    private final Texts texts;
    private final Names names;

    /**
     * @param screen where it is said
     * @param texts  texts with the names of the new plan
     * @param names  names of groups
     */
    ComparisonView(Screen screen, Texts texts, Names names) {
        this.screen = screen;
        this.texts = texts;
        this.names = names;
    }

    /** Says what differs. */
    void say(ChangeSet changes) {
        if (changes.groups().isEmpty() && changes.sessions().isEmpty()) {
            screen.say(texts.text("solve.changes-none"));
            screen.gap();
            return;
        }
        screen.say(screen.bold(texts.text("solve.changes")));
        part("solve.changes-groups", groups(changes, GroupChange.Kind.OTHER_MEMBERS), this::members);
        part("solve.changes-new-groups", groups(changes, GroupChange.Kind.NEW), one -> names.of(one.groupId()));
        part("solve.changes-gone-groups", groups(changes, GroupChange.Kind.GONE), one -> names.of(one.groupId()));
        part("solve.changes-moved", sessions(changes, SessionChange::isMoved), this::moved);
        part("solve.changes-people", sessions(changes, ComparisonView::hasOtherPeople), this::people);
        part("solve.changes-room", sessions(changes, SessionChange::isInOtherRoom), this::room);
        part("solve.changes-new", sessions(changes, one -> one.before() == null), one -> when(one.meeting()));
        part("solve.changes-gone", sessions(changes, one -> one.after() == null), one -> when(one.meeting()));
        screen.gap();
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

    private <T> void part(String headingKey, List<T> some, Function<T, String> words) {
        if (some.isEmpty()) {
            return;
        }
        screen.say("  " + texts.text(headingKey, some.size()));
        some.stream().limit(SHOWN).forEach(one -> screen.say("    - " + words.apply(one)));
        if (some.size() > SHOWN) {
            screen.say("    " + texts.text("solve.changes-more", some.size() - SHOWN));
        }
    }

    private String members(GroupChange one) {
        return texts.text("solve.changes-of", names.of(one.groupId()), inAndOut(one.joining(), one.leaving()));
    }

    private String inAndOut(Collection<?> in, Collection<?> out) {
        return Stream.of(
                        in.isEmpty() ? "" : texts.text("solve.changes-joining", in),
                        out.isEmpty() ? "" : texts.text("solve.changes-leaving", out))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String moved(SessionChange one) {
        Meeting after = Objects.requireNonNull(one.after());
        return texts.text(
                "solve.changes-to",
                when(Objects.requireNonNull(one.before())),
                day(after.time()),
                after.start(),
                after.end());
    }

    private String people(SessionChange one) {
        return texts.text("solve.changes-of", when(one.meeting()), inAndOut(one.coming(), one.leaving()));
    }

    private String room(SessionChange one) {
        Meeting after = one.meeting();
        Object where = after.roomId() == null ? texts.text("replan.no-room") : after.roomId();
        return texts.text("solve.changes-of", when(after), texts.text("solve.changes-in", where));
    }

    private String when(Meeting meeting) {
        return texts.text("solve.changes-when", names.titled(meeting), day(meeting.time()), meeting.start());
    }

    private static Object day(MeetingTime time) {
        return time.weeks().size() == 1 ? time.firstDate() : time.weekday();
    }
}
