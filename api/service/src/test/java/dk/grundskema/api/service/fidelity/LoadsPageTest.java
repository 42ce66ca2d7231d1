package dk.grundskema.api.service.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The page with how much everybody works and rests. */
final class LoadsPageTest {
    private static final Pattern ROW =
            Pattern.compile("<th scope=\"row\"><a [^>]*of=STAFF:([^\"&]+)[\"&].*?</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td class=\"number[^\"]*\">([^<]*)</td>");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    private String planned(String example) {
        return SolvedPlans.createSolvedPlan(client, server, school.path(), TestServices.exampleProblem(example), 300);
    }

    private static String page(String place) {
        return "/plans/" + TestPlans.planIdOf(place).value() + "/loads";
    }

    private static StaffId id(String inAddress) {
        return new StaffId(URLDecoder.decode(inAddress, StandardCharsets.UTF_8));
    }

    /** Returns the numbers of a person's row of the table. */
    private static List<String> numbers(String page, StaffId who) {
        var rows = ROW.matcher(page);
        while (rows.find()) {
            if (id(rows.group(1)).equals(who)) {
                var cells = new ArrayList<String>();
                CELL.matcher(rows.group()).results().forEach(cell -> cells.add(cell.group(1)));
                return cells;
            }
        }
        throw new AssertionError("Nobody is called " + who);
    }

    /** Returns the hours on duty at times of some kind, counted minute by minute. */
    private static String counted(Timetable timetable, StaffId who, Predicate<LocalDateTime> kind) {
        long minutes = 0;
        for (Meeting meeting : timetable.meetings()) {
            long seats = meeting.seats().stream()
                    .filter(seat -> who.equals(seat.staffId()))
                    .count();
            if (seats > 0 && meeting.workload().work()) {
                for (LocalDate date : meeting.time().dates()) {
                    LocalDateTime end = date.plusDays(meeting.end().isAfter(meeting.start()) ? 0 : 1)
                            .atTime(meeting.end());
                    for (LocalDateTime now = date.atTime(meeting.start());
                            now.isBefore(end);
                            now = now.plusMinutes(1)) {
                        minutes += kind.test(now) ? seats : 0;
                    }
                }
            }
        }
        return String.format(Locale.GERMAN, "%.1f", minutes / 60.0);
    }

    private static boolean isEvening(LocalDateTime now) {
        return now.getHour() >= 17 && now.getHour() < 23;
    }

    @Test
    void theNumbersAreThoseOfTheTimetable() {
        String camp = planned("camp-3-weeks");
        Timetable timetable = PublishedCampFixture.of(server, camp).timetable();
        String page = planner.get(page(camp)).body();
        List<StaffId> staff = staff(timetable);
        assertThat(staff).hasSizeGreaterThan(5);
        for (StaffId who : staff) {
            List<String> numbers = numbers(page, who);
            int evenings = 5;
            assertThat(numbers.get(evenings))
                    .as("evenings of %s", who)
                    .isEqualTo(counted(timetable, who, LoadsPageTest::isEvening));
            assertThat(page).contains("/timetable?of=STAFF:" + AddressEncoder.encode(who));
        }
    }

    @Test
    void theHoursAreThoseOfTheWeeksAndOfPayroll() {
        String camp = planned("camp-3-weeks");
        PublishedCampFixture made = PublishedCampFixture.of(server, camp);
        StaffId who = made.busiest();
        List<String> numbers = numbers(planner.get(page(camp)).body(), who);
        double all = number(numbers.get(1));
        double preparation = number(numbers.get(2));
        double weeks = IntStream.rangeClosed(numbers.size() - 4, numbers.size() - 2)
                .mapToDouble(i -> number(numbers.get(i)))
                .sum();
        assertThat(weeks).isCloseTo(all, Offset.offset(0.2));
        assertThat(all - preparation)
                .isCloseTo(number(counted(made.timetable(), who, now -> true)), Offset.offset(0.1));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    @Test
    void aPersonWhoHasMostStandsFirstIfThatIsWanted() {
        String camp = planned("camp-3-weeks");
        String page = planner.get(page(camp) + "?sort=hours").body();
        List<StaffId> order =
                ROW.matcher(page).results().map(row -> id(row.group(1))).toList();
        List<Double> hours =
                order.stream().map(who -> number(numbers(page, who).get(1))).toList();
        assertThat(hours).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(planner.get(page(camp)).body()).doesNotContain("?sort=nights");
    }

    /** Returns a person's meetings on a date, in the order of time. */
    private static List<Meeting> on(Timetable timetable, LocalDate date, StaffId who) {
        return timetable.meetings().stream()
                .filter(one -> one.seats().stream().anyMatch(seat -> who.equals(seat.staffId())))
                .filter(one -> one.workload().work() && one.time().dates().contains(date))
                .sorted(Comparator.comparing(Meeting::start))
                .toList();
    }

    /**
     * Returns the person who begins first on a date, among those with a long day on another date that has no long pause before its last meeting,
     * because the longest rest would be that pause.
     */
    private static Optional<StaffId> earliest(Timetable timetable, LocalDate date, LocalDate other) {
        return staff(timetable).stream()
                .filter(who -> on(timetable, other, who).size() > 1
                        && on(timetable, other, who).getFirst().start().isBefore(LocalTime.NOON)
                        && !on(timetable, other, who).reversed().get(1).end().isBefore(LocalTime.of(15, 0))
                        && !on(timetable, date, who).isEmpty()
                        && on(timetable, date, who).getFirst().start().isBefore(LocalTime.of(10, 30)))
                .min(Comparator.comparing(
                        who -> on(timetable, date, who).getFirst().start()));
    }

    private static List<StaffId> staff(Timetable timetable) {
        return timetable.meetings().stream()
                .flatMap(one -> one.seats().stream())
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .distinct()
                .toList();
    }

    @Test
    void aPersonWhoRestsTooLittleIsSaidWithWhenAndHowLongAndWhichLaw() {
        String camp = planned("camp-3-weeks");
        PublishedCampFixture made = PublishedCampFixture.of(server, camp);
        LocalDate monday = LocalDate.of(2026, 9, 14);
        LocalDate day = monday.datesUntil(monday.plusDays(4))
                .filter(one -> earliest(made.timetable(), one.plusDays(1), one).isPresent())
                .findFirst()
                .orElseThrow();
        StaffId who = earliest(made.timetable(), day.plusDays(1), day).orElseThrow();
        LocalTime morning =
                on(made.timetable(), day.plusDays(1), who).getFirst().start();
        assertThat(planner.get(page(camp)).body()).contains("Alle har den hvile, de skal have.");
        Meeting late = on(made.timetable(), day, who).getLast();
        made.change(
                all -> MeetingVariants.with(all, MeetingVariants.at(late, LocalTime.of(22, 0), LocalTime.of(23, 30))));
        long rest = 30L + morning.toSecondOfDay() / 60;
        String page = planner.get(page(camp)).body();
        assertThat(page)
                .contains(
                        "Der mangler hvile",
                        "wrong-run",
                        rest / 60 + " timer" + (rest % 60 == 0 ? "" : " og " + rest % 60 + " min."),
                        "11 timer inden for ethvert døgn",
                        "Arbejdsmiljøloven, kapitel 9",
                        "of=STAFF:" + AddressEncoder.encode(who) + "&amp;week=2026-W38")
                .doesNotContain("Alle har den hvile");
        PageClient english = PageClient.signedInAs(school.addPerson(Role.READER));
        english.submit("/language", Map.of("language", "en", "back", "/"));
        assertThat(english.get(page(camp)).body()).contains("Rest is missing", "Working Environment Act, chapter 9");
    }

    @Test
    void aPersonWhoIsInNothingHasNoWeekToGoTo() {
        String camp = planned("camp-3-weeks");
        PublishedCampFixture made = PublishedCampFixture.of(server, camp);
        StaffId who = made.busiest();
        assertThat(planner.get(page(camp)).body()).contains("of=STAFF:" + AddressEncoder.encode(who) + "&");
        made.change(all -> all.stream()
                .map(one -> MeetingVariants.withReplacement(one, who, null))
                .toList());
        String name = String.valueOf(client.get(camp + "/staff/" + who).at("/name"));
        assertThat(planner.get(page(camp)).body())
                .contains("<a><bdi>" + name + "</bdi></a>", "På arbejde ingen dage")
                .doesNotContain("of=STAFF:" + AddressEncoder.encode(who) + "&");
    }

    @Test
    void aPlanWithoutATimetableLeadsToWhereItGetsOne() {
        String place = TestPlans.createCampPlan(client, school.path());
        assertThat(planner.get(page(place)).body())
                .contains(
                        "ikke noget skema endnu",
                        "href=\"/plans/" + TestPlans.planIdOf(place).value() + "/plan\"");
    }

    @Test
    void ofASchoolThoseWhoWorkByThePlanAreSeenAgainstTheirContract() {
        String school12 = planned("school-12-classes");
        String page = planner.get(page(school12)).body();
        assertThat(page)
                .contains(
                        "skal deles ligeligt",
                        "Ingen arbejder om aftenen",
                        "Lektioner i det faste skema",
                        "&amp;from=2026-W38#rest")
                .doesNotContain("Rimelig andel", "?sort=nights");
        assertThat(planner.get(page(school12) + "?from=2026-W38").body()).contains("Uge 38", "Tidligere uger");
    }

    @Test
    void readersMayLookAndOthersMayNot() {
        String camp = planned("camp-3-weeks");
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));
        assertThat(reader.get(page(camp)).statusCode()).isEqualTo(200);
        assertThat(reader.get("/plans/" + TestPlans.planIdOf(camp).value()).body())
                .contains(page(camp));
        assertThat(PageClient.signedInAs(TestSchool.create(server).addPerson(Role.PLANNER))
                        .get(page(camp))
                        .statusCode())
                .isIn(403, 404);
    }
}
