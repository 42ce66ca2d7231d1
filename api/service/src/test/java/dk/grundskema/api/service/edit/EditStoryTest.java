package dk.grundskema.api.service.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.timetable.TimetableWriter;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.testing.PlannedCampFixture;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Changes by hand over REST. */
final class EditStoryTest {
    private static String query(Meeting meeting) {
        return "?session=" + URLEncoder.encode(meeting.sessionId().value(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> seat(Meeting meeting, String who) {
        return Map.of("what", "SEAT", "sessionId", meeting.sessionId().value(), "position", 0, "staffId", who);
    }

    private static Meeting same(PlannedCampFixture camp, Meeting meeting) {
        return camp.currentTimetable().meetings().stream()
                .filter(one -> one.sessionId().equals(meeting.sessionId()))
                .findFirst()
                .orElseThrow();
    }

    private static String other(PlannedCampFixture camp, Meeting meeting) {
        return camp.plannedProblem().staff().stream()
                .map(one -> one.id().value())
                .filter(id -> meeting.seats().stream()
                        .map(MeetingSeat::staffId)
                        .filter(Objects::nonNull)
                        .noneMatch(one -> one.value().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void triedWhatIfKeepsNothingAndAnEditKeepsItsLock() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = camp.module();
        String who = other(camp, meeting);
        var body = Map.of("changes", List.of(seat(meeting, who)));
        Answer tried = camp.client().post(camp.path() + "/what-if", body);
        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(camp.currentTimetable()).isEqualTo(camp.timetable());
        assertThat(tried.body()).contains("\"differences\"");
        Answer edited = camp.versionedClient().post(camp.path() + "/edits", body);
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.at("/effect/after")).isEqualTo(tried.at("/after"));
        assertThat(edited.at("/effect/before/soft"))
                .isEqualTo((int) camp.timetable().score().soft());
        MeetingSeat seat = same(camp, meeting).seats().getFirst();
        assertThat(String.valueOf(seat.staffId())).isEqualTo(who);
        assertThat(seat.locked()).isTrue();
        assertThat(camp.currentProblem().locks()).hasSize(1);
        assertThat(camp.client().get(camp.path()).tag()).isEqualTo(edited.tag());
        assertThat(camp.client().get(camp.path()).at("/revision/text"))
                .asString()
                .startsWith(meeting.title())
                .endsWith(": staff");
        assertThat(camp.client()
                        .withHeader("Accept-Language", "da")
                        .get(camp.path())
                        .body())
                .isNotEmpty();
    }

    @Test
    void theProblemThatIsKeptIsTheOneThatIsReadAgain() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = camp.module();
        camp.edit(seat(meeting, other(camp, meeting)));
        var plans = camp.server().bean(PlanStore.class);
        String hash = plans.revision(plans.get(new PlanId(camp.id())).head()).problem();
        var read = (ReadResult.Success<Problem>) new PluginPlanningFacade()
                .readProblem(camp.server().bean(DocumentStore.class).text(hash));
        assertThat(read.hash()).isEqualTo(hash);
        assertThat(read.value()).isEqualTo(camp.currentProblem());
        assertThat(camp.currentTimetable().problem()).isEqualTo(hash);
    }

    @Test
    void problemAndTimetableAfterSeveralEditsAreWrittenLikeNew() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = camp.module();
        camp.edit(seat(meeting, other(camp, meeting)));
        camp.edit(seat(meeting, other(camp, same(camp, meeting))));
        camp.edit(seat(meeting, meeting.seats().getFirst().staffId().value()));
        var plans = camp.server().bean(PlanStore.class);
        var documents = camp.server().bean(DocumentStore.class);
        var head = plans.revision(plans.get(new PlanId(camp.id())).head());
        var problem = (ReadResult.Success<Json>) JsonTreeParser.parse(documents.text(head.problem()));
        assertThat(documents.text(head.problem())).isEqualTo(JsonFormatter.format(problem.value()));
        assertThat(head.problem()).isEqualTo(problem.hash());
        var read = (ReadResult.Success<Problem>) new PluginPlanningFacade().readProblem(documents.text(head.problem()));
        assertThat(read.value()).isEqualTo(camp.currentProblem());
        assertThat(documents.text(head.timetable())).isEqualTo(TimetableWriter.text(camp.currentTimetable()));
        assertThat(camp.currentTimetable().meetings())
                .hasSameSizeAs(camp.timetable().meetings());
    }

    @Test
    void editOfAnOldStateIsRefusedAndNothingIsStored() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = camp.module();
        var body = Map.of("changes", List.of(seat(meeting, other(camp, meeting))));
        assertThat(camp.client().post(camp.path() + "/edits", body).status()).isEqualTo(428);
        assertThat(camp.client()
                        .withHeader("If-Match", "\"1\"")
                        .post(camp.path() + "/edits", body)
                        .status())
                .isEqualTo(412);
        assertThat(camp.currentTimetable()).isEqualTo(camp.timetable());
    }

    @Test
    void allMeaninglessPartsAreReportedAtOnceWithTheirPlaces() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Answer answer = camp.client()
                .post(
                        camp.path() + "/what-if",
                        Map.of(
                                "changes",
                                List.of(
                                        Map.of("what", "ROOM", "sessionId", "nowhere", "roomId", "nothing"),
                                        seat(camp.module(), "nobody"),
                                        Map.of("what", "GROUP", "studentId", "nobody", "groupId", "none"))));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("/changes/0/roomId", "/changes/1/staffId", "/changes/2/studentId", "/changes/2/groupId");
        Answer empty = camp.client().post(camp.path() + "/what-if", Map.of("changes", List.of(Map.of("what", "SEAT"))));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("/changes/0/sessionId", "/changes/0/position");
        assertThat(camp.client()
                        .post(camp.path() + "/what-if", Map.of("changes", List.of()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aMeetingSaysWhereItCanGoAndWhoCouldSitThere() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = camp.module();
        Answer targets = camp.client().get(camp.path() + "/targets" + query(meeting));
        assertThat(targets.status()).as(targets.body()).isEqualTo(200);
        assertThat((List<?>) targets.at("/targets")).hasSizeGreaterThan(1);
        Map<?, ?> target = ((List<?>) targets.at("/targets"))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .filter(one -> Boolean.FALSE.equals(one.get("current")))
                        .findFirst()
                        .orElseThrow();
        Answer moved = camp.versionedClient()
                .post(
                        camp.path() + "/edits",
                        Map.of(
                                "changes",
                                List.of(Map.of(
                                        "what",
                                        "SWAP",
                                        "sessionId",
                                        meeting.sessionId().value(),
                                        "otherId",
                                        String.valueOf(target.get("otherId")))),
                                "lock",
                                false));
        assertThat(moved.at("/effect/after")).isEqualTo(target.get("after"));
        assertThat(camp.currentProblem().locks()).isEmpty();
        Answer candidates = camp.client().get(camp.path() + "/candidates" + query(meeting) + "&position=0");
        assertThat(candidates.status()).as(candidates.body()).isEqualTo(200);
        assertThat((List<?>) candidates.at("/candidates")).isNotEmpty();
        assertThat(camp.client()
                        .get(camp.path() + "/room-choices" + query(meeting))
                        .status())
                .isEqualTo(200);
        assertThat(camp.client().get(camp.path() + "/targets?session=nowhere").status())
                .isEqualTo(404);
    }

    @Test
    void aPersonsMeetingsAreLockedAndReleasedInOneRequest() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        String who = String.valueOf(camp.module().seats().getFirst().staffId());
        Answer locked =
                camp.versionedClient().post(camp.path() + "/locks", Map.of("staffId", who, "what", List.of("SEATS")));
        assertThat(locked.status()).as(locked.body()).isEqualTo(200);
        assertThat(locked.at("/effect/after")).isEqualTo(locked.at("/effect/before"));
        assertThat(camp.currentProblem().locks())
                .isNotEmpty()
                .allSatisfy(
                        lock -> assertThat(lock.seats()).allMatch(seat -> who.equals(String.valueOf(seat.staffId()))));
        assertThat((List<?>) camp.client().get(camp.path() + "/locks").at("/sessions"))
                .hasSameSizeAs(camp.currentProblem().locks());
        assertThat(camp.versionedClient()
                        .post(camp.path() + "/locks/release", Map.of("staffId", who))
                        .status())
                .isEqualTo(200);
        assertThat(camp.versionedClient()
                        .post(camp.path() + "/locks/release", Map.of("staffId", who))
                        .at("/code"))
                .isEqualTo("editing.nothing-locked");
        assertThat(camp.currentProblem().locks()).isEmpty();
        assertThat(camp.currentTimetable().meetings())
                .isEqualTo(camp.timetable().meetings());
        assertThat(camp.versionedClient().post(camp.path() + "/locks", Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void aLockCostsWhatTheBestOtherChoiceWouldSave() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        Meeting meeting = camp.module();
        Answer candidates = camp.client().get(camp.path() + "/candidates" + query(meeting) + "&position=0");
        List<?> all = (List<?>) candidates.at("/candidates");
        Map<?, ?> dearest = (Map<?, ?>) all.getLast();
        camp.edit(seat(meeting, String.valueOf(dearest.get("staffId"))));
        Answer costs = camp.client().get(camp.path() + "/locks/costs");
        assertThat(costs.status()).as(costs.body()).isEqualTo(200);
        assertThat(costs.at("/items/0/lock/sessionId"))
                .isEqualTo(meeting.sessionId().value());
        assertThat(costs.at("/items/0/text")).isNotEqualTo("null");
        Answer now = camp.client().get(camp.path() + "/candidates" + query(meeting) + "&position=0");
        Map<?, ?> best = (Map<?, ?>) ((List<?>) now.at("/candidates")).getFirst();
        assertThat(((Number) costs.at("/items/0/soft")).longValue())
                .as("what the best candidate for the seat would save: %s", best)
                .isEqualTo(-((Number) Objects.requireNonNull(best.get("soft"))).longValue())
                .isPositive();
        assertThat((List<?>) costs.at("/items/0/differences")).isNotEmpty();
        camp.edit(seat(meeting, String.valueOf(best.get("staffId"))));
        Answer after = camp.client().get(camp.path() + "/locks/costs");
        assertThat(after.at("/items/0/soft")).as("no candidate is better").isEqualTo(0);
        assertThat(after.at("/items/0/differences")).isIn(List.of(), "null");
        assertThat(camp.client().get(camp.path() + "/locks/costs?after=1").at("/items"))
                .isEqualTo(List.of());
        assertThat(camp.client().get(camp.path() + "/locks/costs?after=-1").status())
                .isEqualTo(400);
        assertThat(camp.client().get(camp.path() + "/locks").at("/findings")).isIn(List.of(), "null");
    }

    @Test
    void faultsAreThoseOfTheChecker() {
        PlannedCampFixture camp = PlannedCampFixture.start(TestDatabase.H2);
        camp.edit(PlannedCampFixture.toNight(camp.module()));
        Answer faults = camp.client().get(camp.path() + "/faults");
        assertThat(faults.status()).as(faults.body()).isEqualTo(200);
        assertThat((List<?>) faults.at("/faults"))
                .hasSameSizeAs(
                        new PluginPlanningFacade().checkTimetable(camp.currentProblem(), camp.currentTimetable()))
                .isNotEmpty();
        assertThat(String.valueOf(faults.at("/faults/0/text"))).contains(" ");
    }
}
