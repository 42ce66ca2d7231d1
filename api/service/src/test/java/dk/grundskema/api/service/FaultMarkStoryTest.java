package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.SeatCandidateFormatter;
import dk.grundskema.api.planning.status.OpenSeat;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.PlanStatusCalculator;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.FaultyCamps;
import dk.grundskema.api.service.testing.FaultyCamps.Fault;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.SeatCandidateReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Marks of faults in the timetable, the list of faults, and explanations of meetings, on plans with each kind of fault. */
final class FaultMarkStoryTest {
    private static final Locale DANISH = Locale.of("da");
    private static final Pattern LISTED = Pattern.compile("id=\"fault-([0-9a-f]{6}-\\d+)\"");
    private static final Pattern MARKED = Pattern.compile("/plan\\?fault=([0-9a-f]{6}-\\d+)#fault-");
    private static final Pattern LINKED = Pattern.compile("/timetable\\?fault=([0-9a-f]{6}-\\d+)\"");
    private static final Pattern NOTE = Pattern.compile("class=\"fault-text\">([^<]+)<");

    /** What a page says if it has not tried all changes in time. */
    private static final String LIMIT_REACHED = "Flere ændringer er ikke prøvet, fordi tiden var gået.";

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    private static String page(String place) {
        return "/plans/" + TestPlans.planIdOf(place).value();
    }

    private Timetable timetable(String place) {
        return TestPlans.timetable(server, place);
    }

    private Problem problem(String place) {
        return TestPlans.problem(server, place);
    }

    /** Returns the status, counted without the service. */
    private PlanStatus counted(String place) {
        return new PlanStatusCalculator(new PluginPlanningFacade()).calculate(problem(place), timetable(place));
    }

    private static Set<String> keys(Pattern pattern, String body) {
        return pattern.matcher(body)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> notes(String body) {
        return NOTE.matcher(body).results().map(found -> found.group(1)).toList();
    }

    /** Keys of the faults that the days of the timetable mark. */
    private Set<String> marked(String place) {
        var keys = new LinkedHashSet<String>();
        timetable(place).meetings().stream()
                .flatMap(one -> one.time().dates().stream())
                .distinct()
                .forEach(date -> keys.addAll(keys(
                        MARKED,
                        planner.get(page(place) + "/timetable?of=DAY&date=" + date)
                                .body())));
        return keys;
    }

    @ParameterizedTest
    @EnumSource
    void gridListAndStatusHaveTheSameFaults(Fault fault) {
        String place = FaultyCamps.create(server, school.path(), fault);
        PlanStatus status = counted(place);
        String list = planner.get(page(place) + "/plan/left").body();
        Set<String> listed = keys(LISTED, list);
        Set<String> linked = keys(LINKED, list);
        Set<String> marked = marked(place);
        assertThat((long) listed.size()).as("list").isEqualTo(status.faults());
        assertThat(marked).as("grid").isEqualTo(linked).isSubsetOf(listed);
        String grid = planner.get(page(place) + "/timetable").body();
        long unplaced = status.faults() - marked.size();
        if (status.faults() == 0) {
            assertThat(grid).doesNotContain("class=\"fault");
        } else {
            assertThat(grid).contains("class=\"fault-count\"");
            assertThat(grid.contains("Kun på listen")).isEqualTo(unplaced > 0);
        }
        if (fault == Fault.OPEN_SEAT
                || fault == Fault.LEFT_OUT_SEAT
                || fault == Fault.CONFLICT
                || fault == Fault.UNSUITABLE_ROOM
                || fault == Fault.SHORT_REST) {
            assertThat(marked).isNotEmpty();
        }
        if (fault == Fault.UNPLANNED_SESSION) {
            assertThat(unplaced).isPositive();
        }
        linked.forEach(key -> assertThat(
                        planner.get(page(place) + "/timetable?fault=" + key).body())
                .as("timetable that shows %s", key)
                .contains("data-selected=\"selected\"", "/plan?fault=" + key + "#fault-" + key));
    }

    @Test
    void weekShowsTheFaultsOfItsMeetingsWithTheWordsOfTheList() {
        String place = FaultyCamps.create(server, school.path(), Fault.UNSUITABLE_ROOM);
        String list = planner.get(page(place) + "/plan/left").body();
        String key = keys(LINKED, list).iterator().next();
        String week = planner.get(page(place) + "/timetable?fault=" + key).body();
        assertThat(notes(week)).isNotEmpty().allSatisfy(note -> assertThat(list).contains(note));
        assertThat(keys(Pattern.compile("aria-describedby=\"(note-[0-9-]+)\""), week))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(week).containsOnlyOnce("id=\"" + id + "\""));
        String planning = planner.get(page(place) + "/plan?fault=" + key).body();
        assertThat(planning).contains("id=\"fault-" + key + "\"");
    }

    private void setInUse(String place, boolean inUse) {
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/in-use", Map.of("inUse", inUse));
    }

    @Test
    @Tag("http")
    void faultWithAnotherPlanIsListedAndMarkedInTheMeetingsOfBothPlans() {
        String one = FaultyCamps.create(server, school.path(), Fault.UNMET_WISH);
        String other = FaultyCamps.create(server, school.path(), Fault.UNMET_WISH);
        setInUse(one, true);
        setInUse(other, true);
        try {
            assertExplanationChangesWithTheOtherPlan(one, other);
            for (String place : List.of(one, other)) {
                int conflicts = (int)
                        Objects.requireNonNull(client.get(place + "/status").at("/counts/otherPlanConflicts"));
                String list = planner.get(page(place) + "/plan/left").body();
                Set<String> linked = keys(LINKED, list);

                assertThat(conflicts).isPositive();
                assertThat((long) keys(LISTED, list).size())
                        .as("list")
                        .isEqualTo(counted(place).faults() + conflicts);
                assertThat(marked(place)).as("grid").isNotEmpty().isEqualTo(linked);
                assertThat(list).contains("sammen med en anden plan, der er i brug");
                String key = linked.iterator().next();
                String week =
                        planner.get(page(place) + "/timetable?fault=" + key).body();
                assertThat(week)
                        .contains("data-selected=\"selected\"", "/plan?fault=" + key + "#fault-" + key)
                        .contains("sammen med en anden plan, der er i brug");
                assertThat(notes(week))
                        .isNotEmpty()
                        .allSatisfy(note -> assertThat(list).contains(note));
            }
        } finally {
            setInUse(one, false);
            setInUse(other, false);
        }
        assertThat(marked(one)).as("nobody works by the other plan").isEmpty();
    }

    private void assertExplanationChangesWithTheOtherPlan(String place, String other) {
        Meeting meeting = timetable(place).meetings().stream()
                .filter(one ->
                        !one.subject().isEmpty() && one.seats().getFirst().staffId() != null)
                .findFirst()
                .orElseThrow();
        Answer together = client.get(place + "/explanation" + query(meeting));
        assertThat(twoPlaces(together)).contains("broken=");
        assertThat(planner.get(page(place) + "/timetable/why" + query(meeting)).body())
                .contains("<b>Samme person to steder</b>");
        setInUse(other, false);
        Answer alone = client.withHeader("If-None-Match", together.tag()).get(place + "/explanation" + query(meeting));
        assertThat(alone.status()).as("the answer is another one").isEqualTo(200);
        assertThat(twoPlaces(alone)).doesNotContain("broken=");
        setInUse(other, true);
    }

    private static String twoPlaces(Answer explained) {
        return ((List<?>) Objects.requireNonNull(explained.at("/rules")))
                .stream()
                        .map(String::valueOf)
                        .filter(rule -> rule.contains("core.person-in-two-places"))
                        .findFirst()
                        .orElse("");
    }

    @Test
    void nothingOfTheOtherSchoolsPlanIsInTheMarksOfAFaultWithIt() {
        Map<String, Object> secret = TestPlans.withEmails(TestServices.exampleProblem("camp-3-weeks"));
        String one = FaultyCamps.create(server, school.path(), Map.copyOf(secret), Fault.UNMET_WISH);
        secret.put("title", "Hemmelig lejr");
        String other = FaultyCamps.create(server, TestSchool.create(server).path(), secret, Fault.UNMET_WISH);
        setInUse(one, true);
        setInUse(other, true);
        try {
            String list = planner.get(page(one) + "/plan/left").body();
            Set<String> linked = keys(LINKED, list);
            assertThat(linked).isNotEmpty();
            String key = linked.iterator().next();
            String week = planner.get(page(one) + "/timetable?fault=" + key).body();
            assertThat(week).contains("data-selected=\"selected\"", "sammen med en anden plan");
            assertThat(list + week)
                    .doesNotContain("Hemmelig", TestPlans.planIdOf(other).value());
        } finally {
            setInUse(one, false);
            setInUse(other, false);
        }
    }

    @Test
    void keyOfAnotherRevisionSelectsNothing() {
        String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);
        String old = keys(LINKED, planner.get(page(place) + "/plan/left").body())
                .iterator()
                .next();
        PublishedCampFixture.of(server, place).change(all -> all.subList(1, all.size()));
        var answer = planner.get(page(place) + "/timetable?fault=" + old);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("class=\"fault-count\"").doesNotContain("data-selected");
    }

    @Test
    void readersSeeFaultsOfStudentsWithoutNames() {
        String place = FaultyCamps.create(server, school.path(), Fault.UNMET_WISH);
        Student student = problem(place).students().getFirst();
        PublishedCampFixture.of(server, place).change(all -> {
            Meeting module = all.stream()
                    .filter(one -> one.kind().equals("module"))
                    .findFirst()
                    .orElseThrow();
            return MeetingVariants.with(all, MeetingVariants.withSingleStudent(module, student.id()));
        });
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));
        String list = planner.get(page(place) + "/plan/left").body();
        assertThat(list).contains(student.name());
        boolean isNamed = false;
        for (String key : keys(LINKED, list)) {
            String address = page(place) + "/timetable?fault=" + key;
            isNamed |= planner.get(address).body().contains(student.name());
            assertThat(notes(reader.get(address).body())).noneMatch(note -> note.contains(student.name()));
            assertThat(address).doesNotContain(student.id().value());
        }
        assertThat(isNamed).as("names for the planner").isTrue();
        assertThat(reader.get(page(place) + "/timetable").body()).doesNotContain("class=\"why\"");
    }

    private List<SeatCandidateReport> explained(String place, Meeting meeting) {
        return new PluginPlanningFacade()
                .staffingProofs()
                .explainMeeting(problem(place), timetable(place), meeting.sessionId());
    }

    private SeatCandidateFormatter formatter(String place, Locale language) {
        var planning = new PluginPlanningFacade();
        var texts = server.bean(RequestTexts.class).texts(language);
        var names = new PlanNameResolver(
                        texts,
                        problem(place),
                        planning.expandDemands(problem(place)),
                        PlanNameResolver.StudentNaming.NAMES)
                .withTimetable(timetable(place));
        return new SeatCandidateFormatter(texts.withNames(names));
    }

    private Meeting openMeeting(String place) {
        OpenSeat seat = OpenSeat.findAll(new PluginPlanningFacade(), problem(place), timetable(place))
                .getFirst();
        return timetable(place).meetings().stream()
                .filter(one -> one.sessionId().equals(seat.sessionId()))
                .findFirst()
                .orElseThrow();
    }

    private static String query(Meeting meeting) {
        return "?session=" + URLEncoder.encode(meeting.sessionId().value(), StandardCharsets.UTF_8);
    }

    @Test
    void explanationSaysOverRestAndOnThePageWhatSpeaksAgainstEachCandidate() {
        String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);
        Meeting meeting = openMeeting(place);
        List<SeatCandidateReport> seats = explained(place, meeting);
        Answer answer = new ServiceClient(client.base(), List.of("Accept-Language", "da"))
                .withToken(TestDatabase.TOKEN)
                .get(place + "/explanation" + query(meeting));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        String page = planner.get(page(place) + "/timetable/why" + query(meeting))
                .body()
                .replace("&quot;", "\"");
        SeatCandidateFormatter formatter = formatter(place, DANISH);
        assertThat((List<?>) answer.at("/seats")).hasSameSizeAs(seats);
        assertThat(seats.stream().flatMap(seat -> seat.candidates().stream()))
                .anyMatch(candidate -> !formatter.objections(candidate).isEmpty());
        for (int i = 0; i < seats.size(); i++) {
            SeatCandidateReport seat = seats.get(i);
            assertThat(answer.at("/seats/" + i + "/text")).isEqualTo(formatter.heading(seat));
            assertThat(page).contains(formatter.heading(seat));
            for (int k = 0; k < seat.candidates().size(); k++) {
                String at = "/seats/" + i + "/candidates/" + k;
                List<String> against = formatter.objections(seat.candidates().get(k));
                if (!against.isEmpty()) {
                    assertThat(answer.at(at + "/against")).isEqualTo(against);
                }
                assertThat(answer.at(at + "/free")).isEqualTo(against.isEmpty());
                assertThat(page).contains(String.valueOf(answer.at(at + "/name")));
                assertThat(against).allSatisfy(sentence -> assertThat(page).contains(sentence));
            }
        }
        assertThat(answer.body()).contains("core.missing-adult");
        String english = client.get(place + "/explanation" + query(meeting)).body();
        assertThat(english).contains(formatter(place, Locale.ENGLISH).role(seats.getFirst()), "core.missing-adult");
    }

    /** Returns the rules about the time of a meeting, by their ids, with their levels where they are broken. */
    private Map<Object, Object> timeRules(String place, Meeting meeting) {
        var levels = new LinkedHashMap<>();
        for (Object rule : (List<?>) Objects.requireNonNull(
                client.get(place + "/explanation" + query(meeting)).at("/rules"))) {
            Map<?, ?> one = (Map<?, ?>) rule;
            if ("TIME".equals(one.get("aspect"))) {
                levels.put(one.get("rule"), String.valueOf(one.get("level")));
            }
        }
        return levels;
    }

    @Test
    void explanationNamesLimitsOfDatesWhereTheyAreBrokenAndOnlyThere() {
        var problem = new LinkedHashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        problem.put(
                "work",
                Map.of(
                        "longestDay",
                        Map.of("minutes", 840, "level", "MEDIUM"),
                        "restBetweenDates",
                        Map.of("minutes", 600)));
        String place = FaultyCamps.create(server, school.path(), problem, Fault.SHORT_REST);
        Meeting late = timetable(place).meetings().stream()
                .filter(one -> one.start().equals(LocalTime.of(22, 0)))
                .findFirst()
                .orElseThrow();
        Set<StaffId> holders = late.seats().stream()
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .collect(Collectors.toSet());
        Meeting next = timetable(place).meetings().stream()
                .filter(one ->
                        one.time().firstDate().equals(late.time().firstDate().plusDays(1)))
                .filter(one -> one.seats().stream().anyMatch(seat -> holders.contains(seat.staffId())))
                .min(Comparator.comparing(Meeting::start))
                .orElseThrow();
        Meeting another = timetable(place).meetings().stream()
                .filter(one ->
                        one.time().firstDate().equals(late.time().firstDate().plusDays(7)))
                .findFirst()
                .orElseThrow();

        assertThat(timeRules(place, late)).containsEntry("core.long-day-guideline", "MEDIUM");
        assertThat(timeRules(place, next)).containsEntry("core.rest-between-dates", "HARD");
        assertThat(timeRules(place, another))
                .containsKey("core.asked-time")
                .doesNotContainKeys("core.long-day-guideline", "core.rest-between-dates");
    }

    /** Cost of all wishes, evaluated from scratch. */
    private long wishCost(String place, Timetable timetable) {
        return new PluginPlanningFacade()
                .evaluateWishes(problem(place), timetable).stream()
                        .mapToLong(rule -> rule.weight() * rule.penalty())
                        .sum();
    }

    private Timetable taken(String place, Meeting meeting, int position, StaffId person) {
        var seats = new ArrayList<>(meeting.seats());
        MeetingSeat seat = seats.get(position - 1);
        seats.set(position - 1, new MeetingSeat(seat.role(), person, seat.required(), seat.locked()));
        return timetable(place)
                .withMeetings(MeetingVariants.with(timetable(place).meetings(), meeting.withSeats(seats)));
    }

    @Test
    void explanationSaysWhatTheWishesCostWithEachPersonWhoIsFree() {
        String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);
        Meeting meeting = openMeeting(place);
        Answer answer = client.get(place + "/explanation" + query(meeting));
        var free = new ArrayList<Map<?, ?>>();
        for (Object seat : (List<?>) Objects.requireNonNull(answer.at("/seats"))) {
            Map<?, ?> one = (Map<?, ?>) seat;
            int position = ((Number) Objects.requireNonNull(one.get("position"))).intValue();
            for (Object candidate : (List<?>) Objects.requireNonNull(one.get("candidates"))) {
                Map<?, ?> person = (Map<?, ?>) candidate;
                if (Boolean.TRUE.equals(person.get("free")) && person.get("cost") instanceof Number cost) {
                    free.add(person);
                    Timetable taken =
                            taken(place, meeting, position, new StaffId(String.valueOf(person.get("staffId"))));
                    assertThat(cost.longValue()).isEqualTo(wishCost(place, taken) - wishCost(place, timetable(place)));
                }
            }
        }
        assertThat(free).isNotEmpty();
    }

    @Test
    @Tag("http")
    void explanationTriesWhatWouldHaveToChangeIfAsked() {
        String place = SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("camp-too-few-staff"), 300);
        Meeting meeting = openMeeting(place);
        String query = query(meeting) + "&remedies=true";
        String plainPage =
                planner.get(page(place) + "/timetable/why" + query(meeting)).body();
        assertThat(plainPage)
                .contains("/timetable/why?remedies=true&amp;session=")
                .doesNotContain("Skulle ændres");

        Answer deep = new ServiceClient(client.base(), List.of("Accept-Language", "da"))
                .withToken(TestDatabase.TOKEN)
                .get(place + "/explanation" + query);
        String page = planner.get(page(place) + "/timetable/why" + query).body().replace("&quot;", "\"");

        assertThat(page).contains("Skulle ændres").doesNotContain("/timetable/why?remedies=true");
        assertThat(toLift(deep))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(page).contains(text));
        for (SeatCandidateReport seat : explained(place, meeting)) {
            Object remedies = deep.at("/seats/" + (seat.position() - 1) + "/remedies");
            if (seat.isOpenToNobody()) {
                Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(remedies);
                List<?> changes = (List<?>) Objects.requireNonNullElse(found.get("remedies"), List.of());
                assertThat(!changes.isEmpty() || Boolean.TRUE.equals(found.get("limited")))
                        .isTrue();
                for (Object change : changes) {
                    String text = String.valueOf(((Map<?, ?>) change).get("text"));
                    assertThat(text).contains("Aftales med");
                    assertThat(page.contains(text)
                                    || page.contains(LIMIT_REACHED)
                                    || Boolean.TRUE.equals(found.get("limited")))
                            .as("on a busy machine the time may be up before either of them has tried all")
                            .isTrue();
                }
            } else {
                assertThat(remedies).hasToString("null");
            }
        }
        assertThat(explained(place, meeting)).anyMatch(SeatCandidateReport::isOpenToNobody);
    }

    /** What would have to change for each candidate of each seat, in the JSON of an explanation. */
    private static List<String> toLift(Answer explanation) {
        var all = new ArrayList<String>();
        for (Object seat : (List<?>) Objects.requireNonNull(explanation.at("/seats"))) {
            for (Object candidate : (List<?>) Objects.requireNonNull(((Map<?, ?>) seat).get("candidates"))) {
                for (Object text :
                        (List<?>) Objects.requireNonNullElse(((Map<?, ?>) candidate).get("toLift"), List.of())) {
                    all.add(String.valueOf(text));
                }
            }
        }
        return all;
    }

    @Test
    void explanationTriesOtherTimesAndRoomsAndSaysWhatEachCosts() {
        String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);
        Meeting meeting = timetable(place).meetings().stream()
                .filter(one -> one.roomId() != null && !one.subject().isEmpty())
                .findFirst()
                .orElseThrow();
        Answer answer = client.get(place + "/explanation" + query(meeting));
        List<?> rooms = (List<?>) Objects.requireNonNull(answer.at("/otherRooms"));
        List<?> times = (List<?>) Objects.requireNonNull(answer.at("/otherTimes"));
        assertThat(rooms).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(times).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(rooms)
                .allSatisfy(room -> assertThat(problem(place).rooms())
                        .anySatisfy(known -> assertThat(String.valueOf(((Map<?, ?>) room).get("text")))
                                .startsWith(known.name() + ": ")));
        String page =
                planner.get(page(place) + "/timetable/why" + query(meeting)).body();
        assertThat(page).contains("<h3>Andre tider</h3>", "<h3>Andre lokaler</h3>");
    }

    @Test
    void explanationNamesTheRuleThatTheRoomBreaksAndThoseThatItKeeps() {
        String place = FaultyCamps.create(server, school.path(), Fault.UNSUITABLE_ROOM);
        var checker = new PluginPlanningFacade();
        var violation = checker.checkTimetable(problem(place), timetable(place)).stream()
                .filter(one -> one.rule().equals("core.room-kind"))
                .findFirst()
                .orElseThrow();
        Meeting meeting = timetable(place).meetings().stream()
                .filter(one -> violation.arguments().contains(one.sessionId()))
                .findFirst()
                .orElseThrow();
        List<?> rules =
                (List<?>) client.get(place + "/explanation" + query(meeting)).at("/rules");
        assertThat(rules)
                .filteredOn(one -> String.valueOf(one).contains("core.room-kind"))
                .singleElement()
                .asString()
                .contains("HARD");
        assertThat(rules)
                .filteredOn(one -> String.valueOf(one).contains("core.closed-day"))
                .singleElement()
                .asString()
                .contains("Nothing is held on closed days.")
                .doesNotContain("broken=");
    }

    @Test
    void explanationIsForThoseWhoEditAndOfMeetingsOnly() {
        String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);
        Meeting meeting = openMeeting(place);
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));
        assertThat(reader.get(page(place) + "/timetable/why" + query(meeting)).statusCode())
                .isEqualTo(403);
        assertThat(client.get(place + "/explanation?session=nowhere").status()).isEqualTo(404);
    }

    @Test
    void weekLinksEachPlannedMeetingToItsExplanation() {
        String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);
        String week = planner.get(page(place) + "/timetable?of=STAFF:"
                        + problem(place).staff().getFirst().id().value())
                .body();
        List<String> addresses = Pattern.compile("href=\"(/plans/[^\"]+/timetable/why\\?session=[^\"]+)\"")
                .matcher(week)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        assertThat(addresses).isNotEmpty();
        assertThat(planner.get(addresses.getFirst().replace("&amp;", "&")).statusCode())
                .isEqualTo(200);
        LocalDate first = timetable(place).meetings().getFirst().time().firstDate();
        assertThat(planner.get(page(place) + "/timetable?of=DAY&date=" + first).body())
                .contains("class=\"why\"");
    }
}
