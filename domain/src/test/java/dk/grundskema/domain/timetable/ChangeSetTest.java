package dk.grundskema.domain.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Differences that count as changes of a plan, and those that do not. */
class ChangeSetTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");
    private static final StaffId ANE = new StaffId("ane");
    private static final StaffId BO = new StaffId("bo");

    private static Meeting meeting(String id, String title, int hour, String room, String... holders) {
        var seats = new ArrayList<MeetingSeat>();
        for (String holder : holders) {
            seats.add(new MeetingSeat("teacher", holder == null ? null : new StaffId(holder), true, false));
        }
        return new Meeting(
                new SessionId(id),
                null,
                new TreeSet<>(),
                new InterventionId("camp"),
                "module",
                "",
                title,
                title,
                new TreeSet<>(List.of(IsoWeek.of(MONDAY))),
                DayOfWeek.MONDAY,
                LocalTime.of(hour, 0),
                LocalTime.of(hour + 1, 0),
                room == null ? null : new RoomId(room),
                List.of(),
                List.of(),
                List.of(new StudentId("ida")),
                List.of(),
                List.of(),
                seats,
                Workload.defaults(),
                MeetingLock.NONE);
    }

    private static ChangeSet between(List<Meeting> before, List<Meeting> after) {
        return ChangeSet.between(timetable(before), timetable(after));
    }

    private static Timetable timetable(List<Meeting> meetings) {
        return new Timetable(
                Timetable.VERSION,
                "0",
                ZoneId.of("Europe/Copenhagen"),
                1,
                new Score(0, 0, 0),
                List.of(),
                List.of(),
                meetings,
                List.of());
    }

    private static PersonDay monday(StaffId who) {
        return new PersonDay(who, MONDAY);
    }

    @Test
    void samePlanHasNoChange() {
        List<Meeting> plan = List.of(meeting("a", "Danish", 9, null, "ane"));

        assertThat(between(plan, plan).isEmpty()).isTrue();
    }

    @Test
    void otherPersonInASeatChangesADayOfBoth() {
        ChangeSet changes = between(
                List.of(meeting("a", "Danish", 9, null, "ane", "cai")),
                List.of(meeting("a", "Danish", 9, null, "bo", "cai")));

        assertThat(changes.personDays()).containsExactly(monday(ANE), monday(BO));
        assertThat(changes.sessions()).hasSize(1);
        SessionChange change = changes.sessions().getFirst();
        assertThat(change.staffJoining()).containsExactly(BO);
        assertThat(change.staffLeaving()).containsExactly(ANE);
        assertThat(change.newlyUnfilledSeats()).isZero();
        assertThat(change.isMoved() || change.isInOtherRoom() || change.isOfOtherSubject())
                .isFalse();
    }

    @Test
    void emptiedSeatIsReportedAsMissing() {
        SessionChange change = between(
                        List.of(meeting("a", "Danish", 9, null, "ane", null)),
                        List.of(meeting("a", "Danish", 9, null, null, null)))
                .sessions()
                .getFirst();

        assertThat(change.newlyUnfilledSeats()).isEqualTo(1);
        assertThat(change.staffLeaving()).containsExactly(ANE);
        assertThat(change.staffJoining()).isEmpty();
    }

    @Test
    void seriesThatIsSplitByDateIsComparedDateByDate() {
        SortedSet<IsoWeek> all = new TreeSet<>(
                List.of(IsoWeek.of(MONDAY), IsoWeek.of(MONDAY.plusWeeks(1)), IsoWeek.of(MONDAY.plusWeeks(2))));
        Meeting series = meeting("a", "Danish", 9, null, "ane").withWeeks(all, new TreeSet<>());
        Meeting held = series.withWeeks(all.headSet(IsoWeek.of(MONDAY.plusWeeks(1))), new TreeSet<>());
        Meeting last = meeting("a@2026-W38", "Danish", 9, null, "bo")
                .withWeeks(all.tailSet(IsoWeek.of(MONDAY.plusWeeks(1))), new TreeSet<>())
                .withId(new SessionId("a@2026-W38"), new SessionId("a"));

        ChangeSet changes = between(List.of(series), List.of(held, last));

        assertThat(changes.sessions()).singleElement().satisfies(one -> {
            assertThat(one.isMoved()).isFalse();
            assertThat(one.meeting().weeks()).containsExactlyElementsOf(last.weeks());
            assertThat(one.staffJoining()).containsExactly(BO);
            assertThat(one.staffLeaving()).containsExactly(ANE);
        });
        assertThat(between(List.of(held, last), List.of(held, last)).isEmpty()).isTrue();
    }

    @Test
    void exchangeOfSeatsWithTheSameRoleIsNoChange() {
        assertThat(between(
                                List.of(meeting("a", "Danish", 9, null, "ane", "bo")),
                                List.of(meeting("a", "Danish", 9, null, "bo", "ane")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void interchangeableSessionsAreMatchedFirst() {
        List<Meeting> before = List.of(meeting("a", "Talk", 9, "r1", "ane"), meeting("b", "Talk", 11, "r1", "ane"));
        List<Meeting> after = List.of(meeting("a", "Talk", 11, "r1", "ane"), meeting("b", "Talk", 9, "r1", "ane"));

        assertThat(between(before, after).isEmpty()).isTrue();
    }

    @Test
    void sessionsWithAnotherTitleAreNotInterchangeable() {
        ChangeSet changes = between(
                List.of(meeting("a", "Danish", 9, null, "ane"), meeting("b", "Sport", 11, null, "bo")),
                List.of(meeting("a", "Danish", 11, null, "ane"), meeting("b", "Sport", 9, null, "bo")));

        assertThat(changes.sessions()).hasSize(2).allMatch(SessionChange::isMoved);
        assertThat(changes.personDays()).containsExactly(monday(ANE), monday(BO));
    }

    @Test
    void otherRoomAndOtherSubjectChangeTheDayOfAllWhoTakePart() {
        ChangeSet room = between(
                List.of(meeting("a", "Danish", 9, "r1", "ane")), List.of(meeting("a", "Danish", 9, "r2", "ane")));
        ChangeSet subject = between(
                List.of(meeting("a", "Danish", 9, "r1", "ane")), List.of(meeting("a", "Sport", 9, "r1", "ane")));

        assertThat(room.personDays()).containsExactly(monday(ANE));
        assertThat(room.sessions()).allMatch(SessionChange::isInOtherRoom);
        assertThat(subject.personDays()).containsExactly(monday(ANE));
        assertThat(subject.sessions()).allMatch(SessionChange::isOfOtherSubject);
    }

    @Test
    void addedAndRemovedSessionsAreChanges() {
        Meeting one = meeting("a", "Danish", 9, null, "ane");

        assertThat(between(List.of(), List.of(one)).sessions()).containsExactly(new SessionChange(null, one));
        assertThat(between(List.of(one), List.of()).sessions()).containsExactly(new SessionChange(one, null));
        assertThat(between(List.of(one), List.of()).personDays()).containsExactly(monday(ANE));
    }

    private static Meeting of(Meeting one, String group) {
        return new Meeting(
                one.sessionId(),
                one.originId(),
                one.demandedWeeks(),
                one.interventionId(),
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                one.weeks(),
                one.weekday(),
                one.start(),
                one.end(),
                one.roomId(),
                one.extraRoomIds(),
                List.of(new GroupId(group)),
                List.of(),
                List.of(),
                List.of(),
                one.seats(),
                one.workload(),
                MeetingLock.NONE);
    }

    private static GroupMembers group(String id, String... students) {
        return new GroupMembers(
                new GroupId(id),
                Arrays.stream(students)
                        .map(one -> GroupMember.always(new StudentId(one)))
                        .toList());
    }

    private static Timetable timetable(List<GroupMembers> groups, Meeting... meetings) {
        return new Timetable(
                Timetable.VERSION,
                "0",
                ZoneId.of("Europe/Copenhagen"),
                1,
                new Score(0, 0, 0),
                List.of(),
                groups,
                List.of(meetings),
                List.of());
    }

    private static GroupChange changed(GroupChange.Kind kind, String id, List<String> joining, List<String> leaving) {
        return new GroupChange(kind, new GroupId(id), students(joining), students(leaving));
    }

    private static SortedSet<StudentId> students(List<String> ids) {
        return ids.stream().map(StudentId::new).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void changedNewAndRemovedGroupsAreListedWithJoiningAndLeavingMembers() {
        Timetable before = timetable(List.of(
                group("one", "ida", "liv", "kai"), group("two", "bob", "eva"), group("same", "per"), group("empty")));
        Timetable after = timetable(
                List.of(group("one", "ida", "liv", "mia"), group("three", "tim"), group("same", "per"), group("void")));

        assertThat(ChangeSet.between(before, after).groups())
                .containsExactly(
                        changed(GroupChange.Kind.OTHER_MEMBERS, "one", List.of("mia"), List.of("kai")),
                        changed(GroupChange.Kind.NEW, "three", List.of("tim"), List.of()),
                        changed(GroupChange.Kind.GONE, "two", List.of(), List.of("bob", "eva")));
        assertThat(ChangeSet.between(before, after).isEmpty()).isFalse();
    }

    @Test
    void groupWithAnotherIdOnlyIsUnchanged() {
        Timetable before = timetable(List.of(group("one", "ida", "liv"), group("two", "bob", "kai", "eva")));
        Timetable after = timetable(List.of(group("two", "ida", "liv"), group("three", "bob", "kai")));

        assertThat(ChangeSet.between(before, after).groups())
                .containsExactly(changed(GroupChange.Kind.OTHER_MEMBERS, "three", List.of(), List.of("eva")));
    }

    @Test
    void groupsThatExchangeIdsAndSessionsAreUnchanged() {
        Timetable before = timetable(
                List.of(group("one", "ida", "liv"), group("two", "bob", "kai")),
                of(meeting("a", "Danish", 9, "r1", "ane"), "one"),
                of(meeting("b", "Danish", 11, "r2", "bo"), "two"));
        Timetable after = timetable(
                List.of(group("two", "ida", "liv"), group("one", "bob", "kai")),
                of(meeting("b", "Danish", 9, "r1", "ane"), "two"),
                of(meeting("a", "Danish", 11, "r2", "bo"), "one"));

        assertThat(ChangeSet.between(before, after).isEmpty()).isTrue();
        assertThat(ChangeSet.between(after, before).isEmpty()).isTrue();
    }

    @Test
    void groupWithOtherMembersUnderItsIdIsAnotherGroup() {
        Timetable before = timetable(
                List.of(group("one", "ida", "liv"), group("two", "bob", "kai")),
                of(meeting("a", "Danish", 9, "r1", "ane"), "one"));
        Timetable after = timetable(
                List.of(group("one", "bob", "kai"), group("two", "ida", "liv")),
                of(meeting("a", "Danish", 9, "r1", "ane"), "one"));

        ChangeSet changes = ChangeSet.between(before, after);
        assertThat(changes.sessions()).hasSize(1);
        assertThat(changes.personDays()).containsExactly(monday(ANE));
    }

    @Test
    void groupThatLostOneOfThreeMembersIsTheSameGroup() {
        Meeting same = of(meeting("a", "Danish", 9, "r1", "ane"), "one");
        Timetable before = timetable(List.of(group("one", "ida", "liv", "bob"), group("two", "kai")), same);
        Timetable after = timetable(List.of(group("one", "ida", "liv"), group("two", "kai", "bob")), same);

        ChangeSet changes = ChangeSet.between(before, after);
        assertThat(changes.sessions()).isEmpty();
        assertThat(changes.personDays()).isEmpty();
        assertThat(changes.groups())
                .containsExactly(
                        changed(GroupChange.Kind.OTHER_MEMBERS, "one", List.of(), List.of("bob")),
                        changed(GroupChange.Kind.OTHER_MEMBERS, "two", List.of("bob"), List.of()));
    }

    @Test
    void groupOfNewStudentsUnderAUsedIdIsNew() {
        Timetable before =
                timetable(List.of(group("one", "ida", "liv")), of(meeting("a", "Danish", 9, "r1", "ane"), "one"));
        Timetable after = timetable(
                List.of(group("two", "ida", "liv"), group("one", "new")),
                of(meeting("b", "Danish", 9, "r1", "ane"), "two"),
                of(meeting("a", "Danish", 11, "r1", "ane"), "one"));

        List<SessionChange> changes = ChangeSet.between(before, after).sessions();
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().meeting().start()).isEqualTo(LocalTime.of(11, 0));
    }
}
