package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.status.OpenSeat;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.PlanStatus.State;
import dk.grundskema.api.planning.status.PlanStatusCalculator;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.api.planning.status.PlanStatusFormatter.PartText;
import dk.grundskema.api.planning.status.StatusComparison;
import dk.grundskema.api.planning.status.StatusComparison.Criterion;
import dk.grundskema.api.planning.status.StatusComparison.Outcome;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.PlanStatusRepository;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.testing.AbsenceChanges;
import dk.grundskema.api.service.testing.FaultyCamps;
import dk.grundskema.api.service.testing.FaultyCamps.Fault;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.CrossPlanViolation;
import dk.grundskema.solver.check.OtherPlan;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The status of plans with each kind of fault, in all places that show it. */
final class PlanStatusStoryTest {
    private static final Locale DANISH = Locale.of("da");

    /** Other tests' plans in use would be counted here. */
    private final Server server = TestServices.elsewhere();

    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    private final List<String> places = new ArrayList<>();

    @AfterEach
    void takePlansOutOfUse() {
        places.forEach(place -> setInUse(place, false));
    }

    private void setInUse(String place, boolean inUse) {
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/in-use", Map.of("inUse", inUse));
    }

    private String create(Fault fault) {
        return create(school, fault);
    }

    private String create(TestSchool where, Fault fault) {
        String place = FaultyCamps.create(server, where.path(), fault);
        places.add(place);
        return place;
    }

    private static String page(String place) {
        return "/plans/" + TestPlans.planIdOf(place).value();
    }

    private Timetable timetable(String place) {
        return TestPlans.timetable(server, place);
    }

    /** Returns the status, counted without the service. */
    private PlanStatus counted(String place) {
        return new PlanStatusCalculator(new PluginPlanningFacade())
                .calculate(TestPlans.problem(server, place), timetable(place));
    }

    private List<OpenSeat> openSeats(String place) {
        return OpenSeat.findAll(new PluginPlanningFacade(), TestPlans.problem(server, place), timetable(place));
    }

    private PlanStatusFormatter formatter() {
        return new PlanStatusFormatter(server.bean(RequestTexts.class).texts(DANISH));
    }

    private List<String> parts(PlanStatus status) {
        return formatter().parts(status).stream().map(PartText::text).toList();
    }

    private String absence(String place, String staff, LocalDate day) {
        String made = client.post(
                        place + "/absences",
                        Map.of("staffId", staff, "from", day + "T00:00", "until", day.plusDays(1) + "T00:00"))
                .header("Location");
        return made.substring(made.lastIndexOf('/') + 1);
    }

    private String absence(String place, String day) {
        String staff = String.valueOf(client.get(place + "/staff").at("/items/0/id"));
        String made = client.post(
                        place + "/absences", Map.of("staffId", staff, "from", day + "T00:00", "until", day + "T00:01"))
                .header("Location");
        return made.substring(made.lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @EnumSource
    void eachFaultIsCountedInItsPart(Fault fault) {
        String place = create(fault);
        PlanStatus status = counted(place);
        assertThat(fault.amount(status)).as(status.toString()).isPositive();
        assertThat(status.state())
                .isEqualTo(
                        switch (fault) {
                            case CONFLICT, UNSUITABLE_ROOM, SHORT_REST -> State.DOES_NOT_HOLD;
                            case UNMET_WISH -> status.guideShortfalls() == 0 ? State.HOLDS : State.LACKS;
                            default -> State.LACKS;
                        });
        assertThat(status.openSeats())
                .as("seats counted by hand")
                .isEqualTo(timetable(place).meetings().stream()
                                .flatMap(one -> one.seats().stream())
                                .filter(seat -> seat.required() && seat.staffId() == null)
                                .count()
                        + (fault == Fault.LEFT_OUT_SEAT ? 1 : 0));
    }

    /** One fault for each part of the status. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "LEFT_OUT_SEAT",
                "CONFLICT",
                "SHORT_AGAINST_GUIDE",
                "UNMET_WISH",
                "UNPLANNED_SESSION",
                "MISSING_ROOM"
            })
    @Tag("http")
    void allPagesAndOperationsShowTheStatusOfThePlan(Fault fault) {
        String place = create(fault);
        PlanStatus status = counted(place);
        assertShownEverywhere(place, status);
        assertThat((List<?>) client.get(place + "/status").at("/openSeats")).hasSize((int) status.openSeats());

        String away = page(place) + "/absences/" + absence(place, "2026-09-09");
        PlanStatus after = counted(place);
        assertThat(planner.get(away).body())
                .as("absence")
                .contains(parts(after))
                .contains(formatter().headline(after));
    }

    /** Checks all pages and operations that show the status of a plan. */
    private void assertShownEverywhere(String place, PlanStatus status) {
        String page = page(place);
        List<String> parts = parts(status);
        String headline = formatter().headline(status);
        for (String each : List.of(page, page + "/plan", page + "/fidelity", page + "/publish")) {
            assertThat(planner.get(each).body()).as(each).contains(parts).contains(headline);
        }
        assertThat(planner.get(page + "/history").body())
                .as("history")
                .contains(formatter().line(status));
        String scenario =
                client.post(place + "/scenarios", Map.of("title", "En anden")).header("Location");
        assertThat(planner.get(page(scenario) + "/scenarios").body())
                .as("comparison")
                .contains(parts)
                .contains(headline);
        assertThat(card(place)).as("list of plans").isEqualTo(inShort(place, status));
        String timetable = planner.get(page + "/timetable").body();
        assertThat(timetable.contains("er en regel brudt, eller der mangler noget"))
                .as("timetable")
                .isEqualTo(status.faults() - status.absentStaff() > 0);
        assertThat(timetable.contains("meldt fraværende"))
                .as("absent people on the timetable")
                .isEqualTo(status.absentStaff() > 0);
        assertThat(planner.get(page + "/plan/left").body().contains(headline))
                .as("what is left")
                .isEqualTo(status.state() == State.HOLDS);
        assertThat(planner.get(page + "/shortfalls").body())
                .as("list of shortfalls")
                .contains(parts)
                .contains(headline);

        Answer rest = client.get(place + "/status");
        assertThat(String.valueOf(rest.at("/counts")))
                .as("preview of a publication")
                .isEqualTo(String.valueOf(
                        client.get(place + "/publications/preview").at("/status/counts")));
        Map.of(
                        "conflicts", status.conflicts(),
                        "openSeats", status.openSeats(),
                        "otherShortfalls", status.otherShortfalls(),
                        "guideShortfalls", status.guideShortfalls(),
                        "unmetWishes", status.unmetWishes(),
                        "wishCost", status.wishCost(),
                        "unplannedSessions", status.unplannedSessions(),
                        "studentsWithoutGroup", status.studentsWithoutGroup(),
                        "otherPlanConflicts", status.otherPlanConflicts(),
                        "absentStaff", status.absentStaff())
                .forEach((name, amount) -> assertThat(String.valueOf(rest.at("/counts/" + name)))
                        .as(name)
                        .isEqualTo(String.valueOf(amount)));
        assertThat(rest.at("/state")).isEqualTo(status.state().name());
        assertThat(rest.at("/headline"))
                .isEqualTo(
                        new PlanStatusFormatter(server.bean(RequestTexts.class).texts(Locale.ENGLISH))
                                .headline(status));
    }

    /** Returns the status of a plan on the list of plans. */
    private String card(String place) {
        String cards = planner.get("/").body();
        String own = cards.substring(cards.indexOf("href=\"" + page(place) + "\""));
        var marks = Pattern.compile("<span class=\"mark[^>]*>([^<]*)<").matcher(own.substring(0, own.indexOf("</li>")));
        assertThat(marks.find()).as(own).isTrue();
        return marks.group(1);
    }

    /** Returns the status in short: without what changes without the plan. */
    private String inShort(String place, PlanStatus status) {
        PlanStatus alone = status.withSurroundings(0, 0);
        List<String> wrong = formatter().parts(alone).stream()
                .filter(PartText::isFault)
                .map(PartText::text)
                .toList();
        if (!wrong.isEmpty()) {
            return String.join(" · ", wrong);
        }
        boolean isAlone = Boolean.FALSE.equals(client.get(place).at("/inUse"))
                && ((List<?>) client.get(place + "/absences").at("/items")).isEmpty();
        return isAlone ? formatter().headline(alone) : "Ingen fejl i planen selv.";
    }

    @Test
    void listOfPlansShowsNoStatusThatIsNotStored() {
        String place = create(Fault.CONFLICT);
        assertThat(card(place)).as("nobody has looked at the plan").isEqualTo("Har et skema");
        planner.get(page(place));
        assertThat(card(place)).isEqualTo(inShort(place, counted(place)));
        update(place, "program_version = 'another'");
        assertThat(card(place)).isEqualTo("Har et skema");
    }

    /** Returns what a plan and another one in use break only together, counted without the service. */
    private long countedTogether(String place, String other) {
        return new PluginPlanningFacade()
                        .checkAcrossPlans(
                                TestPlans.problem(server, place),
                                timetable(place),
                                List.of(new OtherPlan(TestPlans.problem(server, other), timetable(other), true)))
                        .stream()
                        .map(CrossPlanViolation::violation)
                        .distinct()
                        .count();
    }

    @Test
    @Tag("http")
    void allPagesAndOperationsShowConflictsWithAnotherPlan() {
        String place = create(Fault.UNMET_WISH);
        String other = create(Fault.UNMET_WISH);
        setInUse(place, true);
        setInUse(other, true);
        long together = countedTogether(place, other);

        assertThat(together).isPositive();
        assertShownEverywhere(place, counted(place).withSurroundings(together, 0));
    }

    @Test
    @Tag("http")
    void allPagesAndOperationsShowSeatsOfAbsentPeople() {
        String place = create(Fault.UNMET_WISH);
        long seats = reportAbsent(place).size();

        assertThat(seats).isPositive();
        assertShownEverywhere(place, counted(place).withSurroundings(0, seats));
    }

    @Test
    void absencePageNamesOpenSeatsOfItsDaysAndSaysWhetherThePlanHasOthers() {
        String open = create(Fault.OPEN_SEAT);
        OpenSeat seat = openSeats(open).getFirst();
        LocalDate day = seat.time().firstDate();
        String away = "/absences/" + absence(open, day.toString()) + "?now=2026-09-01T08:00";
        String later = "/absences/" + absence(open, day.plusDays(1).toString()) + "?now=2026-09-01T08:00";
        assertThat(planner.get(page(open) + later).body())
                .as("open seats of a day are those of that day")
                .contains("Nødvendige pladser i planen står åbne")
                .doesNotContain("Åbne pladser de dage");
        assertThat(planner.get(page(open) + away).body())
                .contains("Nødvendige pladser i planen står åbne", "Åbne pladser de dage", seat.title());
        String whole = create(Fault.UNMET_WISH);
        String other = "/absences/" + absence(whole, "2026-09-09") + "?now=2026-09-01T08:00";
        assertThat(planner.get(page(whole) + other).body())
                .contains("har ingen pladser i planens indsatser de dage.")
                .doesNotContain("Nødvendige pladser");
    }

    @Test
    void unmetWishesOfAllSoftRulesAreCountedWithTheirCost() {
        String place = create(Fault.UNMET_WISH);
        PlanStatus status = counted(place);
        Timetable timetable = timetable(place);
        assertThat(status.wishCost()).isPositive().isEqualTo(-timetable.score().soft());
        assertThat(planner.get(page(place)).body())
                .doesNotContain("0 ønsker ikke opfyldt")
                .contains("ikke opfyldt (koster ");
    }

    private String storedVersion(String place) {
        return server.bean(JdbcClient.class)
                .sql("SELECT program_version FROM plan_status WHERE revision = :revision")
                .param("revision", TestPlans.head(server, place).id().value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void update(String place, String change) {
        server.bean(JdbcClient.class)
                .sql("UPDATE plan_status SET " + change + " WHERE revision = :revision")
                .param("revision", TestPlans.head(server, place).id().value())
                .update();
    }

    @Test
    void statusIsStoredOnceAndCountedAgainByAnotherVersion() {
        String place = create(Fault.CONFLICT);
        Object conflicts = client.get(place + "/status").at("/counts/conflicts");
        String version = new PluginPlanningFacade().programVersion();
        assertThat(storedVersion(place)).isEqualTo(version);
        assertThat(server.bean(PlanStatusRepository.class)
                        .findAll(List.of(TestPlans.head(server, place).id())))
                .containsOnly(entry(TestPlans.head(server, place).id(), counted(place)));

        update(place, "conflicts = 777");
        assertThat(client.get(place + "/status").at("/counts/conflicts"))
                .as("stored")
                .hasToString("777");
        assertThat(planner.get(page(place)).body()).contains("777 konflikter");

        update(place, "program_version = 'earlier'");
        assertThat(client.get(place + "/status").at("/counts/conflicts"))
                .as("counted again")
                .isEqualTo(conflicts);
        assertThat(storedVersion(place)).isEqualTo(version);
    }

    @Test
    void statusOfTheResultOfASolveIsStoredBeforeAnybodyAsks() {
        String place = create(Fault.UNMET_WISH);
        RevisionId before = TestPlans.head(server, place).id();
        client.post(place + "/solves", Map.of("steps", 1));

        Polling.until(() -> TestPlans.head(server, place).id(), head -> !head.equals(before));
        assertThat(Polling.until(() -> storedVersion(place), version -> !version.isEmpty()))
                .isEqualTo(new PluginPlanningFacade().programVersion());
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN_SEAT", "LEFT_OUT_SEAT"})
    void publicationWithOpenSeatsNeedsAConfirmationAndNamesThem(Fault fault) {
        String place = create(fault);
        List<OpenSeat> open = openSeats(place);
        Answer refused = publish(place, Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("publishing.open-seats");
        assertThat((List<?>) refused.at("/findings")).hasSize(1 + open.size());
        assertThat(refused.body()).contains(open.getFirst().title());
        assertThat(publish(place, Map.of("confirmOpenSeats", true)).status()).isEqualTo(201);
    }

    private Answer publish(String place, Map<String, ?> wish) {
        return client.withHeader("If-Match", client.get(place).tag()).post(place + "/publications", wish);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN_SEAT", "LEFT_OUT_SEAT"})
    void publishPageAsksForTheConfirmation(Fault fault) {
        String place = create(fault);
        String page = page(place) + "/publish";
        String title = openSeats(place).getFirst().title();
        assertThat(planner.get(page).body()).contains("name=\"openSeats\"", title);
        String version = client.get(place).tag().replace("\"", "");
        HttpResponse<String> refused = planner.submit(page, Map.of("version", version));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Bekræft", "name=\"openSeats\"");
        assertThat(planner.submit(page, Map.of("version", version, "openSeats", "yes"))
                        .statusCode())
                .isEqualTo(303);
    }

    /** Returns the titles of the seats of a person on a day, also those that can stay empty, and reports the person absent. */
    private List<String> reportAbsent(String place) {
        Meeting module = timetable(place).meetings().stream()
                .filter(one -> one.seats().stream().anyMatch(seat -> seat.required() && seat.staffId() != null))
                .findFirst()
                .orElseThrow();
        LocalDate day = module.time().firstDate();
        StaffId ill = module.seats().stream()
                .filter(seat -> seat.required() && seat.staffId() != null)
                .map(seat -> Objects.requireNonNull(seat.staffId()))
                .findFirst()
                .orElseThrow();
        absence(place, ill.value(), day);
        return timetable(place).meetings().stream()
                .filter(one -> one.time().dates().contains(day))
                .flatMap(one -> one.seats().stream()
                        .filter(seat -> ill.equals(seat.staffId()))
                        .map(seat -> one.title()))
                .toList();
    }

    @Test
    void publicationWithSeatsOfAbsentPeopleNeedsAConfirmationAndNamesThem() {
        String place = create(Fault.UNMET_WISH);
        List<String> titles = reportAbsent(place);

        Answer refused = publish(place, Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("publishing.absent-holders");
        assertThat((List<?>) refused.at("/findings")).hasSize(1 + titles.size());
        assertThat(refused.at("/findings/1/code")).isEqualTo("publishing.absent-seat");
        assertThat(refused.body()).contains(titles);
        String page = planner.get(page(place) + "/publish").body();
        assertThat(page)
                .contains("Udgiv, selv om ingen har overtaget")
                .doesNotContain("i planen står åben", "i planen står åbne");
        assertThat(publish(place, Map.of("confirmOpenSeats", true)).status()).isEqualTo(201);
    }

    @Test
    void openSeatsAndSeatsOfAbsentPeopleAreCountedApart() {
        String place = create(Fault.OPEN_SEAT);
        int open = openSeats(place).size();
        int absent = reportAbsent(place).size();

        Answer refused = publish(place, Map.of());

        assertThat(refused.body())
                .contains("publishing.open-seats", "publishing.absent-holders", "publishing.open-seat\"");
        assertThat((List<?>) refused.at("/findings")).hasSize(2 + open + absent);
        String page = planner.get(page(place) + "/publish").body();
        assertThat(page)
                .containsPattern("Udgiv, selv om [^.]* i planen står (åben|åbne), og ingen har overtaget [^.]*\\.");
    }

    @Test
    void publishPageNamesSeatsOfAbsentPeopleToThoseWhoMayPublishOnly() {
        String place = create(Fault.UNMET_WISH);
        List<String> titles = reportAbsent(place);
        String page = page(place) + "/publish";
        String text = titles.size() == 1 ? "Én plads tilhører nogen" : titles.size() + " pladser tilhører nogen";

        assertThat(planner.get(page).body())
                .contains(text, "name=\"openSeats\"")
                .contains(titles);
        assertThat(PageClient.signedInAs(school.addPerson(Role.READER))
                        .get(page)
                        .body())
                .as("which seats tells who is absent")
                .contains("hos folk, der er væk")
                .doesNotContain("tilhører nogen", "name=\"openSeats\"");
        String version = client.get(place).tag().replace("\"", "");
        HttpResponse<String> refused = planner.submit(page, Map.of("version", version));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Meldt fraværende", titles.getFirst());
        assertThat(planner.submit(page, Map.of("version", version, "openSeats", "yes"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void earlierRevisionWithASeatOfAnAbsentPersonNeedsAConfirmationToo() {
        String place = create(Fault.UNMET_WISH);
        String earlier = TestPlans.head(server, place).id().value();
        PublishedCampFixture.of(server, place).change(all -> all.subList(1, all.size()));
        reportAbsent(place);

        Answer refused = publish(place, Map.of("revision", earlier));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("publishing.absent-seat");
        Answer preview = client.get(place + "/publications/preview?revision=" + earlier);
        assertThat(preview.at("/status/state")).isEqualTo("DOES_NOT_HOLD");
        assertThat((int) preview.at("/status/counts/absentStaff")).isPositive();
        assertThat(planner.get(page(place) + "/publish?revision=" + earlier).body())
                .contains("hos folk, der er væk")
                .doesNotContain("Planen holder:");
    }

    @Test
    void planWithoutOpenSeatsIsPublishedWithoutAConfirmation() {
        String place = create(Fault.UNMET_WISH);
        assertThat(planner.get(page(place) + "/publish").body()).doesNotContain("name=\"openSeats\"");
        assertThat(publish(place, Map.of()).status()).isEqualTo(201);
    }

    /** A camp of which each member of staff is known by a mail address in other schools. */
    private String createWithEmails(TestSchool where) {
        String place = FaultyCamps.create(
                server,
                where.path(),
                TestPlans.withEmails(TestServices.exampleProblem("camp-3-weeks")),
                Fault.UNMET_WISH);
        places.add(place);
        return place;
    }

    @Test
    void peopleOfTwoSchoolsWithEqualIdsAreNotTakenForOnePerson() {
        String one = create(Fault.UNMET_WISH);
        String other = create(TestSchool.create(server), Fault.UNMET_WISH);
        assertThat(TestPlans.problem(server, one).staff())
                .isEqualTo(TestPlans.problem(server, other).staff());

        setInUse(one, true);
        setInUse(other, true);

        assertThat(client.get(one + "/status").at("/counts/otherPlanConflicts")).isEqualTo(0);
        assertThat(client.get(one + "/status").at("/otherPlans/withoutEmail"))
                .isEqualTo(TestPlans.problem(server, one).staff().size());
        assertThat(planner.get(page(one) + "/plan").body())
                .contains("ingen mailadresse og bliver derfor ikke sammenlignet med 1 plan fra andre skoler");
        assertThat(client.get(other + "/status").at("/counts/otherPlanConflicts"))
                .isEqualTo(0);
    }

    @Test
    @Tag("http")
    void plansInUseThatTakeTheSamePeopleAtTheSameTimeAreFaultyBoth() {
        TestSchool neighbour = TestSchool.create(server);
        String one = createWithEmails(school);
        String other = createWithEmails(neighbour);
        assertThat(client.get(one + "/status").at("/counts/otherPlanConflicts")).isEqualTo(0);

        setInUse(one, true);
        setInUse(other, true);

        for (String each : List.of(one, other)) {
            Answer status = client.get(each + "/status");
            int conflicts = (int) Objects.requireNonNull(status.at("/counts/otherPlanConflicts"));
            assertThat(conflicts).isPositive();
            assertThat(status.at("/state")).isEqualTo("DOES_NOT_HOLD");
            assertThat((List<?>) status.at("/otherPlans/texts")).isNotEmpty();
            assertThat(status.at("/otherPlans/plans"))
                    .as("title of a plan of another school")
                    .hasToString("null");
            assertThat(status.at("/otherPlans/elsewhere")).isEqualTo(1);
        }
        for (String each : List.of("", "/plan", "/fidelity", "/publish")) {
            assertThat(planner.get(page(one) + each).body())
                    .as(each)
                    .contains("konflikter med andre planer", "Sammenlignet med 1 plan fra andre steder")
                    .contains("Planen holder ikke");
        }

        setInUse(other, false);
        assertThat(client.get(one + "/status").at("/counts/otherPlanConflicts")).isEqualTo(0);
    }

    /** A coordinator at 06:40: one person is ill, two are away already, nobody has replaced them. */
    @Test
    @Tag("http")
    void placesOfAbsentPeopleAreCountedOnEveryPageUntilTheyAreReplaced() {
        String place = create(Fault.UNMET_WISH);
        Meeting module = timetable(place).meetings().stream()
                .filter(one -> one.seats().stream()
                                .filter(seat -> seat.staffId() != null)
                                .count()
                        >= 2)
                .findFirst()
                .orElseThrow();
        LocalDate day = module.time().firstDate();
        List<String> away = timetable(place).meetings().stream()
                .filter(one -> one.time().dates().contains(day))
                .flatMap(one -> one.seats().stream())
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .map(StaffId::value)
                .distinct()
                .limit(3)
                .toList();
        assertThat(away).hasSize(3);
        List<String> pages =
                away.stream().map(staff -> absence(place, staff, day)).toList();
        long expected = timetable(place).meetings().stream()
                .filter(one -> one.time().dates().contains(day))
                .flatMap(one -> one.seats().stream())
                .filter(seat -> seat.required()
                        && seat.staffId() != null
                        && away.contains(seat.staffId().value()))
                .count();

        Answer status = client.get(place + "/status");
        assertThat(client.withHeader("If-None-Match", client.get(place).tag())
                        .get(place + "/status")
                        .status())
                .as("an absence changes the status without a new version")
                .isEqualTo(200);

        assertThat(status.at("/counts/absentStaff")).hasToString(String.valueOf(expected));
        assertThat(status.at("/counts/openSeats")).hasToString("0");
        assertThat(status.at("/state")).isEqualTo("DOES_NOT_HOLD");
        String text = expected + " pladser hos folk, der er væk";
        assertThat(planner.get(page(place) + "/plan/left").body())
                .contains(text)
                .doesNotContain("Planen holder", "Ingen regel er brudt");
        var each = new ArrayList<>(List.of("", "/plan", "/fidelity", "/publish", "/history"));
        pages.forEach(absence -> each.add("/absences/" + absence));
        for (String one : each) {
            assertThat(planner.get(page(place) + one).body()).as(one).contains(text);
        }

        assertExplanationKnowsWhoIsAway(place, module, away);

        String first = place + "/absences/" + pages.getFirst();
        AbsenceChanges.keep(client, place, first, Map.of("steps", 2_000, "now", day + "T00:00"));

        Answer after = client.get(place + "/status");
        assertThat(after.at("/counts/absentStaff")).hasToString("0");
        assertThat(after.at("/counts/openSeats"))
                .hasToString(String.valueOf(openSeats(place).size()));
        for (String one : each) {
            assertThat(planner.get(page(place) + one).body()).as(one).doesNotContain("hos folk, der er væk");
        }
    }

    private void assertExplanationKnowsWhoIsAway(String place, Meeting meeting, List<String> away) {
        Answer explained = client.get(place + "/explanation?session="
                + URLEncoder.encode(meeting.sessionId().value(), StandardCharsets.UTF_8));
        boolean isHolderAway = meeting.seats().stream()
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .anyMatch(holder -> away.contains(holder.value()));
        assertThat(isHolderAway).isTrue();
        assertThat((List<?>) explained.at("/rules"))
                .as("the page that explains a meeting says that its holder is away")
                .filteredOn(rule -> String.valueOf(rule).contains("core.staff-unavailable"))
                .singleElement()
                .asString()
                .contains("broken=");
        var tried = new ArrayList<String>();
        for (Object seat : (List<?>) Objects.requireNonNull(explained.at("/seats"))) {
            for (Object candidate : (List<?>) Objects.requireNonNull(((Map<?, ?>) seat).get("candidates"))) {
                Map<?, ?> one = (Map<?, ?>) candidate;
                if (away.contains(String.valueOf(one.get("staffId")))) {
                    tried.add(String.valueOf(one.get("staffId")));
                    assertThat(one.get("free")).as("%s", one).isNotEqualTo(true);
                }
            }
        }
        assertThat(tried).isNotEmpty();
    }

    /** Checks page and REST operation that compare the current revision of a plan with an earlier one. */
    private void assertCompared(
            String place,
            Object earlier,
            PlanStatus before,
            PlanStatus after,
            StatusComparison expected,
            String verdict) {
        Object now = client.get(place).at("/revision/id");
        Answer rest = client.get("/api/v1/revisions/" + earlier + "/comparison/" + now);
        assertThat(rest.at("/status/outcome")).isEqualTo(expected.outcome().name());
        assertThat(rest.at("/status/criterion"))
                .isEqualTo(Objects.requireNonNull(expected.criterion()).name());
        assertThat(String.valueOf(rest.at("/status/verdict"))).isNotEmpty();
        assertThat(rest.at("/status/before/counts/wishCost")).hasToString(String.valueOf(before.wishCost()));
        assertThat(rest.at("/status/after"))
                .isEqualTo(client.get(place + "/status").at(""));
        assertThat(planner.get(page(place) + "/history/" + earlier + "?with=" + now)
                        .body())
                .contains(verdict)
                .contains(parts(before))
                .contains(parts(after));
    }

    @Test
    void comparisonOfRevisionsShowsTheStatusOfBoth() {
        String place = create(Fault.UNMET_WISH);
        PlanStatus before = counted(place);
        Object earlier = client.get(place).at("/revision/id");
        PublishedCampFixture.of(server, place).change(Fault.OPEN_SEAT::apply);

        assertCompared(
                place,
                earlier,
                before,
                counted(place),
                new StatusComparison(Outcome.WORSE, Criterion.OPEN_SEATS),
                "dårligere end revision 2: flere åbne pladser.");
    }

    @Test
    void revisionWithFewerUnmetWishesThatCostMoreIsWorse() {
        String place = create(Fault.UNMET_WISH);
        Object earlier = client.get(place).at("/revision/id");
        PlanStatus after = counted(place);
        client.withHeader("If-Match", client.get(place).tag()).post(place + "/return", Map.of("revision", earlier));
        client.get(place + "/status");
        update(place, "unmet_wishes = 1, wish_cost = 999999");

        Object now = client.get(place).at("/revision/id");
        assertThat(client.get("/api/v1/revisions/" + earlier + "/comparison/" + now)
                        .at("/status/outcome"))
                .isEqualTo("WORSE");
        assertThat(after.unmetWishes()).isGreaterThan(1);
        assertThat(planner.get(page(place) + "/history/" + earlier + "?with=" + now)
                        .body())
                .contains("uopfyldte ønsker koster mere.", "1 ønske ikke opfyldt (koster 999.999)")
                .doesNotContain("De to er ens.");
    }

    @Test
    void revisionWithThoseWhoAreAwayInTheirSeatsIsNotCalledBetter() {
        String place = create(Fault.UNMET_WISH);
        Object earlier = client.get(place).at("/revision/id");
        Meeting held = timetable(place).meetings().stream()
                .filter(meeting -> meeting.seats().stream().anyMatch(seat -> seat.staffId() != null))
                .findFirst()
                .orElseThrow();
        StaffId holder = held.seats().stream()
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .findFirst()
                .orElseThrow();
        PublishedCampFixture.of(server, place).change(Fault.OPEN_SEAT::apply);
        absence(place, holder.value(), held.time().firstDate());

        Object now = client.get(place).at("/revision/id");
        assertThat(client.get("/api/v1/revisions/" + earlier + "/comparison/" + now)
                        .at("/status/outcome"))
                .isEqualTo("SOMEBODY_AWAY");
        assertThat(planner.get(page(place) + "/history/" + now + "?with=" + earlier)
                        .body())
                .contains("Fra revision 2 til revision", "meldt fraværende")
                .doesNotContain("Samlet er");
    }

    @Test
    void revisionWithoutATimetableIsNotAlike() {
        String place = create(Fault.UNMET_WISH);
        Object now = client.get(place).at("/revision/id");
        List<?> revisions = (List<?>) client.get(place + "/revisions").at("/items");
        Object first = ((Map<?, ?>) revisions.getLast()).get("id");

        Answer rest = client.get("/api/v1/revisions/" + now + "/comparison/" + first);
        assertThat(rest.at("/status/outcome")).isEqualTo("NOT_COMPARABLE");
        assertThat(rest.at("/status/after")).isEqualTo("null");
        assertThat(planner.get(page(place) + "/history/" + now + "?with=" + first)
                        .body())
                .contains("Der er intet skema i revision 1, så de to kan ikke sammenlignes.")
                .doesNotContain("De to er ens.");
    }

    @Test
    void listOfFaultsContainsConflictsWithAnotherPlan() {
        String place = create(Fault.UNMET_WISH);
        String other = create(Fault.UNMET_WISH);
        int own = ((List<?>) client.get(place + "/faults").at("/faults")).size();
        setInUse(place, true);
        setInUse(other, true);
        long together = countedTogether(place, other);

        assertThat(together).isPositive();
        List<?> faults = (List<?>) client.get(place + "/faults").at("/faults");
        assertThat(faults).hasSize((int) (own + together));
        assertThat(faults)
                .extracting(one -> String.valueOf(((Map<?, ?>) one).get("name")))
                .filteredOn(name -> name.endsWith("together with another plan in use"))
                .hasSize((int) together);
    }

    @Test
    void planOfTheSameSchoolIsNamed() {
        String one = create(Fault.UNMET_WISH);
        String other = create(Fault.UNMET_WISH);
        setInUse(other, true);
        assertThat(client.get(one + "/status").at("/counts/otherPlanConflicts"))
                .as("people work by one of them only")
                .isEqualTo(0);
        setInUse(one, true);
        assertThat((List<?>) client.get(one + "/status").at("/otherPlans/plans"))
                .isEqualTo(List.of(Objects.requireNonNull(client.get(other).at("/title"))));
    }
}
