package dk.grundskema.api.documents.timetable;

import static dk.grundskema.api.documents.timetable.SmallCampFixture.ANE;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.IDA;
import static dk.grundskema.api.documents.timetable.SmallCampFixture.KAJ;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.documents.timetable.SmallCampFixture.CampMeeting;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StudentId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ids for callers who may not see who students are. */
final class PseudonymousIdsTest {
    private final SmallCampFixture plan = new SmallCampFixture()
            .with(
                    CampMeeting.talk(IDA, ANE).id("lejr/talk/id-of-ida/1"),
                    CampMeeting.talk(KAJ, ANE).id("talk-id-of-kaj"),
                    CampMeeting.module().id("lejr/id-of-ida-and-others"));

    private PseudonymousIds ids() {
        return PseudonymousIds.of(plan.problem(), plan.demands(), plan.timetable());
    }

    private record IdsRecord(List<StudentId> students, Map<StudentId, SessionId> talks, SeatId seat, JsonRecord json) {}

    private record JsonRecord(String text) {}

    @Test
    void aStudentsNumberStandsForTheIdAlsoWithinTheSessionsThatAreTheStudentsOwn() {
        assertThat(ids().of(KAJ)).isEqualTo("3");
        assertThat(ids().of(new SessionId("lejr/talk/id-of-ida/1"))).isEqualTo("lejr/talk/*1/1");
        assertThat(ids().of(new SeatId("lejr/talk/id-of-ida/1#0"))).isEqualTo("lejr/talk/*1/1#0");
        assertThat(ids().of(new SessionId("talk-id-of-kaj"))).isEqualTo("talk-*3");
        assertThat(ids().of(ANE)).isEqualTo("ane");
    }

    @Test
    void aPersonWhoIsNotInTheProblemHasNoId() {
        assertThat(ids().of(new StudentId("gone"))).isEqualTo("0");
        assertThat(PseudonymousIds.withoutStudents().of(IDA)).isEqualTo("0");
    }

    @Test
    void sessionsThatAreNotHeldForOneStudentKeepTheirIds() {
        assertThat(ids().of(new SessionId("lejr/id-of-ida-and-others"))).isEqualTo("lejr/id-of-ida-and-others");
        assertThat(ids().of(new SeatId("lejr/id-of-ida-and-others#0"))).isEqualTo("lejr/id-of-ida-and-others#0");
    }

    /** Such as talks with removed students: the title cannot be separated from the student's id. */
    @Test
    void sessionsAndSeatsThatAreNotThereHaveNoId() {
        assertThat(ids().of(new SessionId("lejr/talk/id-of-somebody/1"))).isEqualTo("?");
        assertThat(ids().of(new SeatId("lejr/talk/id-of-somebody/1#0"))).isEqualTo("?");
        assertThat(PseudonymousIds.withoutStudents().of(new SessionId("lejr/talk/id-of-ida/1")))
                .isEqualTo("?");
    }

    /** Ids chosen by schools may contain the character that precedes a seat's position. */
    @Test
    void idsWithASignOfSeatsAreReplacedToo() {
        var numbered = new SmallCampFixture().with(CampMeeting.talk(IDA, ANE).id("talk#id-of-ida#2"));
        assertThat(PseudonymousIds.of(numbered.problem(), numbered.demands(), numbered.timetable())
                        .of(new SessionId("talk#id-of-ida#2")))
                .isEqualTo("talk#*1#2");
    }

    /** Schools' own ids may be numbers, too. */
    @Test
    void twoSessionsNeverGetTheSameId() {
        plan.with(
                CampMeeting.talk(KAJ, ANE).id("t/id-of-kaj/1"),
                CampMeeting.talk(KAJ, ANE).id("t/id-of-kaj/3"));
        assertThat(List.of(
                        ids().of(new SessionId("t/id-of-kaj/1")),
                        ids().of(new SessionId("t/id-of-kaj/3")),
                        ids().of(new SessionId("t/3/1"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void numbersStandWhereverARecordHasTheIds() {
        var told = new IdsRecord(
                List.of(IDA, KAJ),
                Map.of(IDA, new SessionId("lejr/talk/id-of-ida/1")),
                new SeatId("talk-id-of-kaj#0"),
                new JsonRecord("as it is"));

        assertThat(JsonFormatter.format(RecordWriter.toJsonWithIds(told, ids())))
                .contains("\"1\"", "\"3\"", "\"lejr/talk/*1/1\"", "\"talk-*3#0\"", "as it is")
                .doesNotContain("id-of");
        assertThat(JsonFormatter.format(RecordWriter.toJson(told))).contains("id-of-ida", "id-of-kaj");
    }
}
