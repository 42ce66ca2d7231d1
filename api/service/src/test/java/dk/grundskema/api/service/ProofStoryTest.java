package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.access.SlowRequestSlots;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.FaultyCamps;
import dk.grundskema.api.service.testing.FaultyCamps.Fault;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is proved about seats, over REST and on the planning page. */
final class ProofStoryTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = new ServiceClient(
                    ServiceClient.administrator(server).base(), List.of("Accept-Language", "da"))
            .withToken(TestDatabase.TOKEN);
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    private static String page(String place) {
        return "/plans/" + TestPlans.planIdOf(place).value() + "/plan";
    }

    /** A camp that has too few staff on some days, without a timetable. */
    private String impossibleCamp() {
        return Objects.requireNonNull(
                TestPlans.createPlan(client, school.path(), TestServices.exampleProblem("camp-too-few-staff"))
                        .header("Location"));
    }

    @Test
    void factsThatContradictEachOtherAreNamedBeforePlanning() {
        String place = impossibleCamp();

        assertThat(planner.get(page(place)).body()).contains("/plan/contradictions", "Leder efter modsigelser");
        Answer found = client.get(place + "/contradictions");
        String page = text(planner.get(page(place) + "/contradictions").body());

        List<?> contradictions = (List<?>) Objects.requireNonNull(found.at("/contradictions"));
        boolean isLimited = Boolean.TRUE.equals(found.at("/limited"));
        assertThat(!contradictions.isEmpty() || isLimited)
                .as("on a busy machine two seconds may not be enough, which is said")
                .isTrue();
        for (Object one : contradictions) {
            List<?> facts = (List<?>) Objects.requireNonNull(((Map<?, ?>) one).get("facts"));
            assertThat(facts).isNotEmpty();
            if (!isLimited) {
                assertThat(facts).allSatisfy(fact -> assertThat(page).contains(String.valueOf(fact)));
            }
        }
        assertThat(page.contains("intet skema besætter alle pladser")
                        || page.contains("Tiden til at lede efter modsigelser gik"))
                .isTrue();
    }

    @Test
    @Tag("http")
    void campWithoutContradictionSaysThatThisIsNoPlan() {
        String place = FaultyCamps.create(server, school.path(), Fault.UNMET_WISH);

        Answer found = client.get(place + "/contradictions");

        assertThat((List<?>) Objects.requireNonNullElse(found.at("/contradictions"), List.of()))
                .isEmpty();
        assertThat(found.body()).contains("Det er ikke det samme som, at der findes en plan.");
        assertThat(planner.get(page(place) + "/contradictions").body())
                .contains("Det er ikke det samme som, at der findes en plan.")
                .doesNotContain("remedies=true");
        assertThat(planner.get(page(place) + "/left").body()).doesNotContain("/plan/open-seats");
    }

    @Test
    void openSeatThatCanBeFilledIsProvedWithTheChangesThatFillIt() {
        String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);

        assertThat(planner.get(page(place) + "/left").body()).contains("/plan/open-seats");
        Answer proved = client.get(place + "/open-seats");
        String page = text(planner.get(page(place) + "/open-seats").body());

        assertThat(proved.at("/open")).isEqualTo(client.get(place + "/status").at("/counts/openSeats"));
        assertThat(proved.at("/unavoidable")).isEqualTo(0);
        assertThat(proved.at("/seats/0/state")).isEqualTo("AVOIDABLE");
        assertThat((List<?>) Objects.requireNonNull(proved.at("/seats/0/details")))
                .isNotEmpty();
        assertThat(page).contains(String.valueOf(proved.at("/text")), String.valueOf(proved.at("/seats/0/text")));
        assertThat(client.withHeader("If-None-Match", proved.tag())
                        .get(place + "/open-seats")
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFLICT", "UNSUITABLE_ROOM", "OPEN_SEAT"})
    @Tag("http")
    void whatMendsAFaultIsMadeOnThePageAndUndone(Fault fault) {
        String place = FaultyCamps.create(server, school.path(), fault);
        int faults = faults(place);
        assertThat(planner.get(page(place) + "/left").body()).contains("/plan/open-seats");
        Answer proved = client.get(place + "/open-seats");
        String kind = fault == Fault.OPEN_SEAT ? "/seats/0" : "/faults/0";
        assertThat(proved.at(kind + "/state")).isEqualTo("AVOIDABLE");
        assertThat((List<?>) Objects.requireNonNull(proved.at(kind + "/details")))
                .hasSize(1);
        Object changes = Objects.requireNonNull(proved.at(kind + "/changes"));
        assertThat(client.post(place + "/what-if", Map.of("changes", changes)).status())
                .isEqualTo(200);
        String part = planner.get(page(place) + "/open-seats").body();
        assertThat(text(part))
                .contains(String.valueOf(proved.at(kind + "/text")), String.valueOf(proved.at(kind + "/details/0")));
        if (fault != Fault.OPEN_SEAT) {
            assertThat(part).contains("Konflikter og mangler ud over åbne pladser: 1.");
        }
        Map<String, String> form = Map.of("version", field(part, "version"), "changes", text(field(part, "changes")));

        var made = planner.submit(page(place) + "/mend", form);

        assertThat(made.statusCode()).isEqualTo(200);
        String next = made.headers().firstValue("HX-Redirect").orElseThrow();
        assertThat(planner.get(next).body()).contains("Det er gjort.", "/plan/undo");
        assertThat(faults(place)).isZero();
        assertThat(planner.submit(page(place) + "/mend", form).body())
                .as("the plan was changed meanwhile")
                .contains("role=\"alert\"", "/plan/open-seats");

        assertThat(planner.submit(page(place) + "/undo", Map.of("version", next.replaceAll(".*=", "")))
                        .statusCode())
                .isEqualTo(303);
        assertThat(faults(place)).isEqualTo(faults).isPositive();
    }

    private static Meeting module(Timetable timetable) {
        return timetable.meetings().stream()
                .filter(one ->
                        one.kind().equals("module") && one.seats().stream().allMatch(seat -> seat.staffId() != null))
                .findFirst()
                .orElseThrow();
    }

    /** Makes the changes of the only fault, which is that a holder is not available. */
    private void replaceHolder(String place, StaffId holder) {
        String part = planner.get(page(place) + "/open-seats").body();
        Answer proved = client.get(place + "/open-seats");
        assertThat((List<?>) proved.at("/faults")).hasSize(1);
        assertThat(proved.at("/faults/0/rule")).isEqualTo("core.staff-unavailable");
        assertThat(proved.at("/faults/0/state")).isEqualTo("AVOIDABLE");
        assertThat(text(part)).contains(String.valueOf(proved.at("/faults/0/text")));
        assertThat(String.valueOf(proved.at("/faults/0/changes"))).doesNotContain("\"" + holder + "\"");
        assertThat(planner.submit(
                                page(place) + "/mend",
                                Map.of("version", field(part, "version"), "changes", text(field(part, "changes"))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void seatOfAnAbsentPersonIsTakenByAnother() {
        String place = FaultyCamps.create(server, school.path(), Fault.UNMET_WISH);
        Meeting module = module(TestPlans.timetable(server, place));
        StaffId away = Objects.requireNonNull(module.seats().getFirst().staffId());
        LocalDate day = module.time().firstDate();
        client.post(
                place + "/absences",
                Map.of("staffId", away.value(), "from", day + "T" + module.start(), "until", day + "T" + module.end()));
        assertThat(client.get(place + "/status").at("/counts/absentStaff")).isEqualTo(1);
        assertThat(planner.get(page(place) + "/left").body()).contains("/plan/open-seats");

        replaceHolder(place, away);

        assertThat(client.get(place + "/status").at("/counts/absentStaff")).isEqualTo(0);
        assertThat(faults(place)).isZero();
    }

    @Test
    @Tag("http")
    void personInTwoPlansIsReplacedInOne() {
        String place = FaultyCamps.create(server, school.path(), Fault.UNMET_WISH);
        String other = FaultyCamps.create(server, school.path(), Fault.UNMET_WISH);
        Meeting module = module(TestPlans.timetable(server, place));
        StaffId holder = Objects.requireNonNull(module.seats().getFirst().staffId());
        PublishedCampFixture.of(server, other)
                .change(all -> all.stream()
                        .filter(one -> one.sessionId().equals(module.sessionId()))
                        .map(one -> one.withRoom(null)
                                .withStudents(List.of(), List.of())
                                .withSeats(List.of(module.seats().getFirst())))
                        .toList());
        for (String each : List.of(place, other)) {
            client.withHeader("If-Match", client.get(each).tag()).put(each + "/in-use", Map.of("inUse", true));
        }
        assertThat((int) client.get(place + "/status").at("/counts/otherPlanConflicts"))
                .isPositive();

        replaceHolder(place, holder);

        assertThat(faults(place)).isZero();
        assertThat(String.valueOf(client.get(place + "/status").at("/otherPlans/texts")))
                .doesNotContain("Samme person to steder");
    }

    @Test
    void lockThatIsTakenUpAgainStays() {
        Map<String, Object> problem = TestServices.weekOfCamp();
        String session = "camp/camp-team-1/2026-09-07/module-1";
        problem.put("locks", List.of(Map.of("sessionId", session, "roomId", "lokale-1")));
        String place = FaultyCamps.create(server, school.path(), problem, Fault.UNMET_WISH);
        PublishedCampFixture.of(server, place)
                .change(all -> all.stream()
                        .map(one -> one.sessionId().value().equals(session) ? one.withRoom(freeRoom(all, one)) : one)
                        .toList());
        String part = planner.get(page(place) + "/open-seats").body();
        Answer proved = client.get(place + "/open-seats");
        assertThat(proved.at("/faults/0/rule")).isEqualTo("core.lock-kept");
        assertThat(proved.at("/faults/0/lock")).isEqualTo(true);

        planner.submit(
                page(place) + "/mend",
                Map.of("version", field(part, "version"), "changes", text(field(part, "changes"))));

        assertThat(faults(place)).isZero();
        assertThat(TestPlans.problem(server, place).locks())
                .singleElement()
                .satisfies(lock -> assertThat(lock.roomId()).isEqualTo(new RoomId("lokale-1")));
    }

    private static RoomId freeRoom(List<Meeting> all, Meeting module) {
        List<RoomId> taken = all.stream()
                .filter(one -> one.time().weeks().equals(module.time().weeks())
                        && one.weekday() == module.weekday()
                        && one.start().isBefore(module.end())
                        && module.start().isBefore(one.end()))
                .map(Meeting::roomId)
                .filter(Objects::nonNull)
                .toList();
        return Stream.of("lokale-2", "lokale-3", "værksted")
                .map(RoomId::new)
                .filter(room -> !taken.contains(room))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void proofsWaitOnThePageForWhatIsComputedAlready() {
        String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);
        TestSchool.Person person = school.addPerson(Role.PLANNER);
        PageClient busy = PageClient.signedInAs(person);
        SlowRequestSlots.Slot slot = server.bean(SlowRequestSlots.class).take(new AccountId(person.id()));
        try {
            assertThat(busy.get(page(place) + "/open-seats").body())
                    .contains("Noget andet bliver regnet ud først.", "load delay", "/plan/open-seats");
        } finally {
            slot.close();
        }
        assertThat(busy.get(page(place) + "/open-seats").body()).contains("den kan besættes med");
    }

    private int faults(String place) {
        Answer status = client.get(place + "/status");
        return Stream.of("openSeats", "conflicts", "otherShortfalls")
                .mapToInt(part -> (Integer) Objects.requireNonNull(status.at("/counts/" + part)))
                .sum();
    }

    private static String field(String html, String name) {
        var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }

    @Test
    void proofsNamePeopleAndAreForThoseWhoEdit() {
        String place = impossibleCamp();
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));

        assertThat(reader.get(page(place) + "/contradictions").statusCode()).isEqualTo(403);
        assertThat(reader.get(page(place)).body()).doesNotContain("/plan/contradictions");
    }

    private static String text(String html) {
        return html.replace("&quot;", "\"").replace("&#39;", "'");
    }
}
